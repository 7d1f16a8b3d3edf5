/** Runs a call, or the trouble that was scripted for it. */
import type { Fault, FaultOperation } from '../scenarios/faults.ts'
import { inPhase, type WindowPhase } from '../state/fault-queue.ts'
import { type Answer, jsonAnswer } from '../wire/answers.ts'
import { codeText } from '../wire/codes.ts'
import { SandboxNetworkError } from '../wire/network-error.ts'
import { record, type World } from '../world.ts'

/** What a fault needs to know about the call it may strike. */
export interface FaultyCall {
  operation: FaultOperation
  request: Request
  oid?: string | undefined
  phase?: WindowPhase | undefined
  /** How this operation prints a refusal; absent where `code` makes no sense. */
  refuse?: ((code: string, message: string) => Response) | undefined
  /** How what was processed is taken back again; absent where no money moves. */
  undo?: (() => unknown) | undefined
  /** How fields of its answer are replaced; by default it is flat JSON. */
  alter?: ((response: Response, fields: Readonly<Record<string, string>>) => Promise<Response>) | undefined
}

/**
 * Answers through `process`, unless faults or scenarios are waiting for this call.
 * Rejects with `SandboxNetworkError` where a server would drop the connection.
 */
export async function underFault(
  world: World,
  call: FaultyCall,
  process: () => Response | Promise<Response>,
): Promise<Response> {
  const faults = world.faults.takeAll(call.operation, call.oid, call.phase && inPhase(call.phase))
  // What strikes last on the way in is innermost: a slow answer that gets lost is both.
  const inwards = faults.toSorted((a, b) => DEPTH.indexOf(a.effect.type) - DEPTH.indexOf(b.effect.type))
  return inwards.reduceRight<() => Promise<Response>>(
    (inner, fault) => () => suffer(world, call, fault, inner),
    async () => process(),
  )()
}

/** From the outside to the inside, when several faults strike one call. */
const DEPTH: readonly Fault['effect']['type'][] = [
  'delay',
  'lost-answer',
  'hang',
  'alter',
  'charged-code',
  'cancelled-code',
  'refuse',
  'hang-before',
  'status',
  'not-json',
  'empty',
  'code',
]

async function suffer(
  world: World,
  call: FaultyCall,
  fault: Pick<Fault, 'operation' | 'effect'>,
  process: () => Promise<Response>,
): Promise<Response> {
  record(world, 'fault', { request: call.request, oid: call.oid ?? '', note: describe(fault) })
  const { effect } = fault
  switch (effect.type) {
    case 'delay':
      await world.settings.wait(effect.ms)
      return process()
    case 'refuse':
      throw new SandboxNetworkError('fetch failed: the sandbox refused the connection')
    case 'lost-answer':
      await process()
      throw new SandboxNetworkError('fetch failed: the sandbox dropped the connection before answering')
    case 'hang':
      await process()
      return never(world, call.request)
    case 'hang-before':
      return never(world, call.request)
    case 'status':
      return new Response(`Sandbox fault: status ${effect.status}`, { status: effect.status })
    case 'not-json':
      return new Response('<!doctype html><title>Sandbox fault</title><p>Not JSON', {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      })
    case 'empty':
      return new Response('', { headers: { 'content-type': 'text/plain' } })
    case 'code':
      return refused(call, effect) ?? process()
    case 'charged-code': {
      const answer = await process()
      return refused(call, effect) ?? answer
    }
    case 'cancelled-code': {
      const answer = await process()
      call.undo?.()
      return refused(call, effect) ?? answer
    }
    case 'alter':
      return (call.alter ?? alterFlat)(await process(), effect.fields)
    case 'duplicate':
    case 'hold':
      // For webhooks, which are no calls; the vocabulary lets these effects through for nothing else.
      return process()
    default:
      throw effect satisfies never
  }
}

/** The scripted refusal; without a message, with the published text of its code. */
function refused(call: FaultyCall, { code, message }: { code: string; message?: string | undefined }) {
  return call.refuse?.(code, message ?? codeText(code).ko)
}

async function alterFlat(response: Response, fields: Readonly<Record<string, string>>): Promise<Response> {
  const answer: Answer = await response.json()
  return jsonAnswer({ ...answer, ...fields }, response.status)
}

/** A promise that ends only when the caller, or the sandbox, gives up. */
function never(world: World, request: Request): Promise<Response> {
  const either = AbortSignal.any([request.signal, world.closed])
  return new Promise((_, reject) => {
    const stop = () => reject(request.signal.aborted ? request.signal.reason : new SandboxNetworkError('closed'))
    if (either.aborted) stop()
    else either.addEventListener('abort', stop, { once: true })
  })
}

function describe(fault: Pick<Fault, 'operation' | 'effect'>): string {
  return `Fault on ${fault.operation}: ${JSON.stringify(fault.effect)}`
}
