import { test as base } from '@playwright/test'
import { World } from './world.ts'
import type { Authentication } from './world.ts'

/** Tests share a world per worker; every test pays orders of its own. */
export const test = base.extend<
  object,
  { authentication: Authentication; shopEnv: Readonly<Record<string, string>>; world: World }
>({
  authentication: ['client-key', { option: true, scope: 'worker' }],
  shopEnv: [{}, { option: true, scope: 'worker' }],
  world: [
    async ({ authentication, shopEnv }, use) => {
      const world = await World.open({ authentication, env: shopEnv })
      await use(world)
      await world.close()
    },
    { scope: 'worker' },
  ],
})

export { expect } from '@playwright/test'
