/**
 * A stand-in for Payple's script with its habits: the layer comes first, the caller's object is changed, the form is printed
 * without escaping, and nothing is thrown or returned (docs/protocol/domestic.md 3.2).
 */
type Fields = Record<string, unknown>

interface PayplePage {
  PaypleCpayAuthCheck?: ((fields: Fields) => void) | undefined
  MainBodyAction?: ((action: string) => void) | undefined
}

/** What the fake has seen, and the buyer's hands. */
export interface FakePayple {
  /** Every object the script was called with, in order. */
  readonly calls: Fields[]
  /** The form of the last call as markup, the way the script prints it. */
  readonly form: () => string
  /** The window answers; the script closes the layer first. */
  readonly answer: (result?: Fields) => void
  /** The buyer presses close inside the window. */
  readonly pressClose: () => void
  /** The next calls do this after the layer has been made, instead of opening the window. */
  readonly behave: (instead: ((fields: Fields) => void) | undefined) => void
}

/** Puts the script's globals on the page. */
export function installFakePayple(): FakePayple {
  const page = window as unknown as PayplePage
  const calls: Fields[] = []
  let instead: ((fields: Fields) => void) | undefined
  const current = (): Fields => calls.at(-1) ?? {}
  const hand = (result: Fields): void => {
    page.MainBodyAction?.('close')
    ;(current()['callbackFunction'] as (result: Fields) => void)(result)
  }
  page.PaypleCpayAuthCheck = (fields) => {
    calls.push(fields)
    const layer = document.createElement('div')
    layer.id = 'layer_cpay'
    document.body.append(layer)
    if (instead) instead(fields)
    else fields['PCD_HTTP_REFERER'] = location.href
  }
  page.MainBodyAction = () => document.getElementById('layer_cpay')?.remove()
  return {
    calls,
    form: () =>
      Object.entries(current())
        .map(([name, value]) => `<input name="${name}" value="${String(value)}">`)
        .join(''),
    answer: (result = {}) => hand({ PCD_PAY_RST: 'success', PCD_PAY_OID: current()['PCD_PAY_OID'], ...result }),
    pressClose: () => hand(Object.assign(current(), { PCD_PAY_RST: 'close', PCD_PAY_MSG: '결제를 종료하였습니다.' })),
    behave: (behaviour) => (instead = behaviour),
  }
}

/** Takes the globals and whatever they left in the page away again. */
export function removeFakePayple(): void {
  const page = window as unknown as PayplePage
  delete page.PaypleCpayAuthCheck
  delete page.MainBodyAction
  for (const node of document.querySelectorAll('script, #layer_cpay')) node.remove()
}
