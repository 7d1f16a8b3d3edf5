import { expect, it } from 'vitest'
// oxlint-disable-next-line import/default -- Vite makes the text the default export
import source from './index.ts?raw'

it('the entry says so first: its hooks and handlers belong to the client', () => {
  expect(source.split('\n')[0]).toBe("'use client'")
})
