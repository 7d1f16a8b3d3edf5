/** Everything a sandbox remembers, as text, and back again. Records keep pointing at each other. */
import { parse, stringify } from 'devalue'
import type { OverseasAccount } from '../overseas/options.ts'
import type { Merchant } from '../settings.ts'
import { resumeWebhooks } from '../webhooks/outbox.ts'
import type { World } from '../world.ts'

/** Raised whenever a record changes its shape. An older one is not read: test data is made again faster than migrated. */
const VERSION = 1
const FORMAT = 'payple-sandbox'
/** So many events are kept, for the dashboard. */
const EVENTS = 500

interface Image {
  store: World['store']
  overseas: World['overseas']
  webhookUrls: World['webhookUrls']
  webhookCount: number
  holdsWebhooks: boolean
  clockOffset: number
  faults: ReturnType<World['faults']['save']>
  scenarios: ReturnType<World['scenarios']['save']>
  events: ReturnType<World['events']['list']>
  random: number | undefined
}

/** The sandbox's memory. Partners are named by id: their keys are not written down. */
export function imageOf(world: World): string {
  const { merchants, overseas, random } = world.settings
  const image: Image = {
    store: world.store,
    overseas: world.overseas,
    webhookUrls: world.webhookUrls,
    webhookCount: world.webhookCount,
    holdsWebhooks: world.holdsWebhooks,
    clockOffset: world.clockOffset,
    faults: world.faults.save(),
    scenarios: world.scenarios.save(),
    events: world.events.list().slice(-EVENTS),
    random: random.position,
  }
  const state = stringify(image, {
    merchant: (value) => merchants.includes(value as Merchant) && (value as Merchant).cstId,
    account: (value) => overseas.accounts.includes(value as OverseasAccount) && (value as OverseasAccount).serviceId,
  })
  return `{"format":"${FORMAT}","version":${VERSION},"state":${state}}\n`
}

/**
 * Puts a memory into a new sandbox. Addresses that the sandbox was created with win over remembered ones; what was under way when it was
 * saved has not happened, and webhooks that waited are sent.
 *
 * @throws TypeError when the text is none, is of another version, or names a partner that this sandbox does not know
 */
export function restore(world: World, text: string): void {
  const image = read(world, text)
  fill(world.store, image.store)
  fill(world.overseas, image.overseas)
  for (const [id, urls] of image.webhookUrls) world.webhookUrls.set(id, { ...urls, ...world.webhookUrls.get(id) })
  world.webhookCount = image.webhookCount
  world.holdsWebhooks = image.holdsWebhooks
  world.clockOffset = image.clockOffset
  world.faults.restore(image.faults)
  world.scenarios.restore(image.scenarios)
  for (const event of image.events) world.events.add(event)
  if (image.random !== undefined && world.settings.random.position !== undefined)
    world.settings.random.position = image.random
  for (const window of [...world.store.windows.values(), ...world.overseas.windows.values()])
    if (window.stage === 'busy') window.stage = 'open'
  for (const payment of world.store.payments.values())
    if (payment.status === 'approving') payment.status = payment.channel === 'recurring' ? 'declined' : 'authenticated'
  resumeWebhooks(world)
}

function read({ settings }: World, text: string): Image {
  let file: { format?: unknown; version?: unknown; state?: unknown }
  try {
    file = JSON.parse(text)
  } catch {
    throw new TypeError('[payple-sandbox] state: this is no saved sandbox.')
  }
  if (file.format !== FORMAT) throw new TypeError('[payple-sandbox] state: this is no saved sandbox.')
  if (file.version !== VERSION) {
    throw new TypeError(
      `[payple-sandbox] state: it was saved by version ${String(file.version)} of the format, and this sandbox reads ${VERSION}. Delete the file, or use the sandbox that wrote it.`,
    )
  }
  const known = <Partner>(partner: Partner | undefined, id: unknown): Partner => {
    if (partner !== undefined) return partner
    throw new TypeError(
      `[payple-sandbox] state: it speaks of the partner ${JSON.stringify(id)}, which is not known here.`,
    )
  }
  return parse(JSON.stringify(file.state), {
    merchant: (id: unknown) =>
      known(
        settings.merchants.find(({ cstId }) => cstId === id),
        id,
      ),
    account: (id: unknown) =>
      known(
        settings.overseas.accounts.find(({ serviceId }) => serviceId === id),
        id,
      ),
  }) as Image
}

type Collections = Readonly<Record<string, Map<string, unknown> | Set<string>>>

/** The same maps stay, because routes hold on to them. */
function fill(target: object, source: object): void {
  for (const [name, collection] of Object.entries(source as Collections)) {
    const mine = (target as Collections)[name]
    if (mine instanceof Map && collection instanceof Map) for (const [key, value] of collection) mine.set(key, value)
    if (mine instanceof Set && collection instanceof Set) for (const value of collection) mine.add(value)
  }
}
