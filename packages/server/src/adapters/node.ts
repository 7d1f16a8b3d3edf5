/// <reference types="node" />
/** Entry `@payple-kit/server/node`: mounts the companion on `node:http`. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Turns the companion into a request listener: `createServer(toNodeHandler(payple))`. Bodies are streamed, so the companion's
 * own size limit counts. `X-Forwarded-*` is ignored: nothing the companion does depends on it.
 *
 * @param payple anything with a fetch-standard `fetch`
 * @returns a listener that always answers and never throws
 */
export function toNodeHandler(payple: {
  fetch(request: Request): Promise<Response>
}): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  return (incoming, outgoing) => void answer(payple, incoming, outgoing)
}

async function answer(
  payple: { fetch(request: Request): Promise<Response> },
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  // Every answer ends with a close. Only one that comes too early is worth an abort, which is not cheap.
  outgoing.once('close', () => outgoing.writableFinished || gone.abort())
  try {
    const request = toRequest(incoming, gone.signal)
    // A body parser was here before: marking the body as used lets the companion say so instead of waiting for ever.
    if (incoming.readableEnded) await request.arrayBuffer()
    const response = await payple.fetch(request)
    // A body that was not read to its end must not be taken for the next request.
    if (!incoming.complete) outgoing.shouldKeepAlive = false
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(new Uint8Array(await response.arrayBuffer()))
  } catch {
    // A request line or header that no Request can hold.
    if (!outgoing.headersSent) outgoing.writeHead(400)
    outgoing.end()
  }
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const each of value ?? []) headers.append(name, each)
  }
  const method = incoming.method ?? 'GET'
  // The host plays no part in routing; a fixed one cannot be forged.
  const url = new URL(incoming.url ?? '/', 'http://companion.invalid')
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal })
  return new Request(url, { method, headers, signal, body: bodyOf(incoming), duplex: 'half' } as RequestInit)
}

/** Reads on demand. Whoever stops reading early leaves the rest to be dropped, so that the answer still gets through. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let dropping = false
  return new ReadableStream({
    start: (controller) => {
      if (incoming.readableEnded) return controller.close()
      incoming.pause()
      incoming.on('data', (chunk: Uint8Array) => {
        if (dropping) return
        controller.enqueue(new Uint8Array(chunk))
        incoming.pause()
      })
      incoming.once('end', () => dropping || controller.close())
      incoming.once('error', (error) => dropping || controller.error(error))
    },
    pull: () => void incoming.resume(),
    cancel: () => {
      dropping = true
      incoming.resume()
    },
  })
}
