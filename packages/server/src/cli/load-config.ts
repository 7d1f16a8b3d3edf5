/// <reference types="node" />
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { isPaypleIntegrationError } from '@payple-kit/core'

import { CliFailure, failureOf, WRONG_USE } from './failure.ts'
import { EXAMPLE } from './shop.ts'

const NAMES = ['payple.config.ts', 'payple.config.mts', 'payple.config.js', 'payple.config.mjs']

/** Imports the shop's configuration with Node itself, which runs TypeScript since 22.18. See `CliWorld.load`. */
export async function loadConfig(file: string | undefined, cwd: string): Promise<unknown> {
  const path = file === undefined ? findConfig(cwd) : resolve(cwd, file)
  if (path === undefined) {
    throw new CliFailure('CONFIG_MISSING', `No ${NAMES.join(', ')} in ${cwd}. ${EXAMPLE}`, WRONG_USE)
  }
  if (!existsSync(path)) throw new CliFailure('CONFIG_MISSING', `${path} does not exist. ${EXAMPLE}`, WRONG_USE)
  try {
    const module = (await import(pathToFileURL(path).href)) as { readonly default?: unknown }
    return module.default
  } catch (error) {
    if (isPaypleIntegrationError(error)) throw error
    throw new CliFailure('CONFIG_UNREADABLE', `${path} cannot be loaded: ${reason(error, path)}`, WRONG_USE)
  }
}

function findConfig(cwd: string): string | undefined {
  return NAMES.map((name) => resolve(cwd, name)).find((path) => existsSync(path))
}

function reason(error: unknown, path: string): string {
  if ((error as { code?: unknown }).code === 'ERR_UNKNOWN_FILE_EXTENSION' && /\.m?ts$/.test(path)) {
    return `Node ${process.versions.node} does not run TypeScript. Use Node 22.18 or newer, or payple.config.mjs.`
  }
  return failureOf(error).message
}
