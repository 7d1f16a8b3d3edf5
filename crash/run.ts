import { createBuyer } from '../packages/server/src/testing/buyer.ts'
import { collect } from './audit/evidence.ts'
import type { Evidence } from './audit/evidence.ts'
import type { RunOptions } from './options.ts'
import { makePlan } from './plan/plan.ts'
import { calm } from './play/calm.ts'
import { openDiary } from './play/diary.ts'
import { playStory } from './play/story.ts'
import { startChild } from './processes/child.ts'
import { openDatabase } from './processes/database.ts'
import { startFleet } from './processes/fleet.ts'
import { gatewayClient } from './processes/gateway-client.ts'
import { startRecorder } from './processes/recorder.ts'
import { SHOP } from './processes/shop.ts'
import { openWebhookDoor } from './processes/webhook-door.ts'
import { chanceOf } from './random.ts'

/** What a run leaves behind. */
export interface Ran {
  readonly options: RunOptions
  readonly kills: number
  readonly seconds: number
  readonly evidence: Evidence
}

/** One run: starts everything, plays the plan while companions die, lets the workers finish, and collects the evidence. */
export async function run(options: RunOptions): Promise<Ran> {
  const started = performance.now()
  const chance = chanceOf(options.seed)
  const plan = makePlan(chance.fork(), options.payments, options.spreadMs)
  const database = await openDatabase(options.engine)
  const recorder = await startRecorder(chance.fork())
  const door = await openWebhookDoor()
  const gatewayProcess = await startChild('gateway', { WEBHOOK_URL: door.url })
  const gateway = gatewayClient(`http://127.0.0.1:${gatewayProcess.port}`)
  const env = { LEDGER: database.where, GATEWAY: gateway.url, RECORDER: recorder.url }
  const fleet = await startFleet(options.processes, env)
  const doorChance = chance.fork()
  door.leadTo(() => fleet.at(doorChance.whole(0, 99)))
  try {
    const diary = openDiary()
    const buyer = createBuyer((request) => fetch(request), gateway.url, SHOP)
    const stage = { fleet, gateway, buyer, diary }
    fleet.startKilling(chance.fork(), options.killEveryMs)
    await Promise.all(plan.map((story) => playStory(stage, story)))
    await fleet.stopKilling()
    const { kills } = fleet
    recorder.becomeReliable()
    await calm(stage)
    await fleet.close()
    const evidence = await collect({ where: database.where, gateway, recorder, diary, complaints: fleet.complaints() })
    return { options, kills, seconds: (performance.now() - started) / 1_000, evidence }
  } finally {
    await fleet.close()
    await gatewayProcess.kill()
    door.close()
    recorder.close()
    await database.close()
  }
}
