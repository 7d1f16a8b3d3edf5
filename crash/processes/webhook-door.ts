/** The one address Payple knows. A load balancer would pick a companion; a dead one is a 502, and Payple sends again. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { MOUNTS, WEBHOOK_SECRET } from './shop.ts'

export interface WebhookDoor {
  readonly url: string
  /** Where the next webhook goes. */
  leadTo(next: () => string): void
  close(): void
}

export async function openWebhookDoor(): Promise<WebhookDoor> {
  let target: (() => string) | undefined
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const init = {
        method: request.method ?? 'POST',
        headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
        ...(request.method === 'POST' ? { body } : {}),
      }
      const product = request.url === '/overseas' ? 'overseas' : 'domestic'
      fetch(`${target?.() ?? ''}${MOUNTS.CERT}/webhooks/${product}/${WEBHOOK_SECRET}`, init).then(
        async (answer) => response.writeHead(answer.status).end(await answer.text().catch(() => '')),
        () => response.writeHead(502).end(),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    leadTo: (next) => void (target = next),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
