import { request } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { isLoopback, startSandbox, type RunningSandbox } from './node.ts'
import { CONFIRM_PATH, CREDENTIALS } from './testing/drive.ts'

const running: RunningSandbox[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

async function start(): Promise<RunningSandbox> {
  const server = await startSandbox({ port: 0 })
  running.push(server)
  return server
}

function auth(url: string, signal?: AbortSignal): Promise<Response> {
  const body = JSON.stringify(CREDENTIALS)
  return fetch(`${url}/php/auth.php`, {
    method: 'POST',
    body,
    headers: { referer: 'http://localhost:3000' },
    ...(signal ? { signal } : {}),
  })
}

it('listens, and prints the address it was called at', async () => {
  const { url } = await start()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(await (await auth(url)).json()).toMatchObject({ result: 'success', PCD_PAY_HOST: url })
  const script = await fetch(`${url}/js/v1/payment.js`)
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await script.text()).toContain(`"${url}" + "/index.php?ACT_=PAYM"`)
})

it('drops the connection where the sandbox would', async () => {
  const { url, sandbox } = await start()
  for (const type of ['refuse', 'lost-answer'] as const) {
    sandbox.control.fault({ operation: 'auth', effect: { type } })
    await expect(auth(url)).rejects.toThrow('fetch failed')
  }
  expect((await auth(url)).status).toBe(200)
})

it('hangs until the caller gives up, and closes anyway', async () => {
  const { url, sandbox } = await start()
  sandbox.control.fault({ operation: 'auth', effect: { type: 'hang' }, times: 2 })
  const patience = new AbortController()
  const hanging = auth(url, patience.signal)
  const abandoned = auth(url).catch((error: unknown) => error)
  patience.abort()
  await expect(hanging).rejects.toThrow('abort')
  await running.pop()?.close()
  expect(await abandoned).toBeInstanceOf(TypeError)
})

it('says so when the port is taken', async () => {
  const { url } = await start()
  const port = Number(new URL(url).port)
  await expect(startSandbox({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken.`)
})

it('does not answer to the name of a web page', async () => {
  const { url } = await start()
  const status = await new Promise((resolve) => {
    request(`${url}/_/api/payments`, { headers: { host: 'evil.test' } }, (response) =>
      resolve(response.statusCode),
    ).end()
  })
  expect(status).toBe(421)
})

it.each([
  ['127.0.0.1', true],
  ['localhost', true],
  ['shop.localhost', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['192.168.0.2', false],
  ['127.0.0.1.evil.test', false],
])('isLoopback(%s) is %s', (host, local) => {
  expect(isLoopback(host)).toBe(local)
})

it('answers errors as JSON on the confirm path too', async () => {
  const { url } = await start()
  const response = await fetch(url + CONFIRM_PATH, { method: 'POST', body: 'garbage' })
  expect(await response.json()).toMatchObject({ PCD_PAY_RST: 'error' })
})
