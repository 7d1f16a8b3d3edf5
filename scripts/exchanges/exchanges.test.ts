import { readFileSync } from 'node:fs'
import { OVERSEAS_TEST_ACCOUNT, createSandbox, SANDBOX_MERCHANT, TEST_MERCHANT } from '@payple-kit/sandbox'
import { describe, expect, it } from 'vitest'
import { readDocument } from './document.ts'
import { STEPS } from './steps.ts'

const { exchanges, messages } = readDocument(
  readFileSync(new URL('../../docs/sandbox/exchanges.md', import.meta.url), 'utf8'),
)

describe('docs/sandbox/exchanges.md', () => {
  it('has an exchange of every operation', () => {
    expect(exchanges.map(({ name }) => name)).toEqual(Object.keys(STEPS))
  })

  it('can be made again to the letter with the same seed and clock', async () => {
    const posted: string[] = []
    const hook = 'http://127.0.0.1:3000'
    const urls = { webhookUrl: `${hook}/webhook` }
    const sandbox = createSandbox({
      origin: 'http://127.0.0.1:4100',
      seed: 1,
      clock: () => Date.parse('2026-11-25T09:00:00+09:00'),
      merchants: [TEST_MERCHANT, SANDBOX_MERCHANT].map((merchant) => ({ ...merchant, ...urls })),
      overseas: {
        accounts: [
          { ...OVERSEAS_TEST_ACCOUNT, webhookUrl: `${hook}/overseas`, cancelWebhookUrl: `${hook}/overseas-cancel` },
        ],
      },
      deliver: async (request) => {
        if (request.method === 'POST') posted.push(`${new URL(request.url).pathname}\n${await request.text()}`)
        return new Response()
      },
    })
    for (const { name, path, headers, sent, status, type, body } of exchanges) {
      const request = new Request(`http://127.0.0.1:4100${path}`, { method: 'POST', headers, body: sent })
      const response = await sandbox.fetch(request)
      const answered = await response.text()
      await sandbox.control.webhooksSettled()
      expect({ name, status: response.status, type: response.headers.get('content-type') }).toEqual({
        name,
        status,
        type,
      })
      // A page is left out of the document.
      expect([name, type.startsWith('text/html') ? '' : answered]).toEqual([name, body])
    }
    expect(posted).toEqual(messages)
    expect(posted.length).toBeGreaterThan(5)
  })
})
