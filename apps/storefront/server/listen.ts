import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers a request, at once or later. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/** A listening server whose requests can be given to somebody later, once the port is known. */
export interface Listening {
  readonly server: Server
  readonly port: number
  handle: (listener: Handler) => void
  close: () => Promise<void>
}

/** Opens the port first: the origin, which the companion needs to know, depends on it. */
export async function listen(port: number, host: string): Promise<Listening> {
  let listener: Handler = (_request, response) => {
    response.writeHead(503, { 'retry-after': '1' }).end('The shop is starting.')
  }
  const server = createServer((request, response) => void listener(request, response))

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)))
    server.listen(port, host, resolve)
  })

  return {
    server,
    port: (server.address() as AddressInfo).port,
    handle: (next) => {
      listener = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error
  return new Error(`Port ${port} is taken. Choose another one for the shop, for example PORT=${port + 1}.`, {
    cause: error,
  })
}
