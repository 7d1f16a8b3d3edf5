import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sandboxHandlers } from './msw.ts'
import { CREDENTIALS, ORIGIN, testSandbox } from './testing/drive.ts'

const { sandbox } = testSandbox()
const server = setupServer(...sandboxHandlers(sandbox, ORIGIN))
beforeAll(() => server.listen())
afterAll(() => server.close())

const auth = () => fetch(`${ORIGIN}/php/auth.php`, { method: 'POST', body: JSON.stringify(CREDENTIALS) })

it('answers what is sent to the origin', async () => {
  expect(await (await auth()).json()).toMatchObject({ result: 'success' })
  expect(await (await fetch(`${ORIGIN}/_/healthz`)).json()).toEqual({ status: 'ok' })
})

it('turns a dropped connection into a network error', async () => {
  sandbox.control.fault({ operation: 'auth', effect: { type: 'refuse' } })
  await expect(auth()).rejects.toThrow(TypeError)
})
