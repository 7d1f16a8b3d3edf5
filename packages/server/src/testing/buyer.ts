/** Plays the buyer's browser: opens the window as Payple's script would and types in a card. */
import type { OpenedWindow, WindowInstructions } from '@payple-kit/core'

export type Fields = Record<string, string>

/** What the callback gets, or what the window posts in direct mode. */
interface WindowEnd {
  /** Set in direct mode: where the form goes. */
  readonly action: string
  readonly result: Fields
}

export interface Buyer {
  /** Opens the window and returns its id; throws with the page's text when it does not open. */
  open(window: WindowInstructions, change?: Fields): Promise<string>
  /** Types a card. `undefined` when the window never reports back. */
  submit(windowId: string, cardNumber?: string): Promise<WindowEnd | undefined>
  /** Gives a bank account and the number of the ARS call. */
  transfer(windowId: string, account?: string): Promise<WindowEnd>
  /** Opens a payment link and pays behind it; nothing is told to anybody but the gateway. */
  payLink(url: string, means?: 'card-01' | 'card-02' | 'transfer'): Promise<void>
  /** Opens and pays by whatever means the window asks for; a PIN is `123456`. */
  pay(window: WindowInstructions, cardNumber?: string, change?: Fields): Promise<WindowEnd>
  /**
   * Opens the overseas window with the token that the companion gave, and pays, closes, or leaves. `undefined` when nothing is posted.
   * `change`: what the buyer alters in the browser
   */
  overseas(
    window: WindowInstructions,
    opened: OpenedWindow,
    act?: { readonly card?: string; readonly close?: true; readonly change?: Fields },
  ): Promise<WindowEnd | undefined>
  /** What the script hands to the callback when the layer is closed: the request with a flag (protocol 3.6). */
  close(window: WindowInstructions): Fields
}

const GOOD_CARD = '4242424242424242'
const PIN = '123456'
/** Declined when money is about to move: limit exceeded. */
export const DECLINED_CARD = '4000000000003112'

export function createBuyer(fetch: (request: Request) => Promise<Response>, gateway: string, shop: string): Buyer {
  const post = (url: string, fields: Fields): Promise<Response> =>
    fetch(new Request(url, { method: 'POST', headers: { origin: shop }, body: new URLSearchParams(fields) }))

  async function open(window: WindowInstructions, change: Fields = {}): Promise<string> {
    const form: Fields = { ...window.request, PCD_HTTP_REFERER: `${shop}/checkout`, ...change }
    const page = await (await post(form['PCD_PAY_URL'] ?? `${gateway}/index.php?ACT_=PAYM`, form)).text()
    const id = /"id":"([0-9a-f]{32})"/.exec(page)?.[1]
    if (id === undefined) throw new Error(page.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' '))
    return id
  }

  async function act(
    windowId: string,
    name: string,
    fields: Fields = {},
  ): Promise<{ kind: string; code?: string } & Partial<WindowEnd>> {
    return (await post(`${gateway}/_/window/${windowId}/${name}`, fields)).json()
  }

  async function submit(windowId: string, number = GOOD_CARD): Promise<WindowEnd | undefined> {
    let step = await act(windowId, 'card', { number, expiry: '12/29', birth: '900101', password: '12', agree: 'Y' })
    if (step.kind === 'pin') step = await act(windowId, 'set-pin', { pin: PIN })
    if (step.kind === 'over') step = await act(windowId, 'acknowledge')
    if (step.kind === 'silent') return undefined
    return ended(step)
  }

  async function transfer(windowId: string, account = '110123456789'): Promise<WindowEnd> {
    const who = { holder: '홍길동', birth: '900101', phone: '01012345678', receiptNumber: '01012345678' }
    let step = await act(windowId, 'account', { bank: '088', account, ...who, agree: 'Y' })
    if (step.kind === 'verify') step = await act(windowId, 'verify', { code: step.code ?? '' })
    if (step.kind === 'pin') step = await act(windowId, 'set-pin', { pin: PIN })
    return ended(step)
  }

  async function payLink(url: string, means?: string): Promise<void> {
    const chosen = means === undefined ? url : `${url}&means=${means}`
    const page = await (await fetch(new Request(chosen))).text()
    const id = /"id":"([0-9a-f]{32})"/.exec(page)?.[1]
    if (id === undefined) throw new Error('The link shows no window')
    if (means === 'transfer') {
      const step = await act(id, 'account', {
        bank: '088',
        account: '110123456789',
        holder: '홍길동',
        birth: '900101',
        phone: '01012345678',
        agree: 'Y',
      })
      if (step.kind === 'verify') await act(id, 'verify', { code: step.code ?? '' })
    } else {
      await act(id, 'card', { number: GOOD_CARD, expiry: '12/29', birth: '900101', password: '12', agree: 'Y' })
    }
  }

  async function overseas(
    window: WindowInstructions,
    { authorization, payCls = '' }: OpenedWindow,
    {
      card = GOOD_CARD,
      close,
      change = {},
    }: { readonly card?: string; readonly close?: true; readonly change?: Fields } = {},
  ): Promise<WindowEnd | undefined> {
    const fields = { ...window.request, Authorization: authorization, payCls, ...change }
    const page = await (await post(`${gateway}/_/gpay/open`, fields)).text()
    const id = /"id":"([0-9a-f]{32})"/.exec(page)?.[1]
    if (id === undefined) throw new Error(page.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' '))
    const typed = {
      number: card,
      expiry: '12/29',
      securityCode: '123',
      agree: 'Y',
      firstName: 'Gildong',
      lastName: 'Hong',
    }
    const answer = await post(`${gateway}/_/gpay/${id}/${close ? 'close' : 'pay'}`, close ? {} : typed)
    const step = (await answer.json()) as { kind: string; action: string; fields: Fields }
    return step.kind === 'deliver' ? { action: step.action, result: step.fields } : undefined
  }

  return {
    open,
    overseas,
    payLink,
    submit,
    transfer,
    pay: async (window, cardNumber, change) => {
      const id = await open(window, change)
      if (window.request['PCD_PAYER_ID'] !== undefined) return ended(await act(id, 'enter-pin', { pin: PIN }))
      if (window.request['PCD_PAY_TYPE'] === 'transfer') return transfer(id)
      const end = await submit(id, cardNumber)
      if (end === undefined) throw new Error('The window did not report back')
      return end
    },
    close: (window) => ({ ...window.request, PCD_PAY_RST: 'close', PCD_PAY_MSG: '결제를 종료하였습니다.' }),
  }
}

function ended({ kind, action = '', result, ...rest }: { kind: string } & Partial<WindowEnd>): WindowEnd {
  if (result === undefined) throw new Error(`The window answered ${JSON.stringify({ kind, ...rest })}`)
  return { action, result }
}
