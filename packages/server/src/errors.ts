import { paypleError, resultCode } from '@payple-kit/core'
import type { BuyerText, ErrorText, PaypleError } from '@payple-kit/core'

const CONTACT: BuyerText = {
  ko: '지금은 결제할 수 없습니다. 상점에 문의해 주세요.',
  en: 'Payment is not possible right now. Please contact the shop.',
}
const RETRY: BuyerText = {
  ko: '잠시 후 다시 시도해 주세요. 결제되지 않았습니다.',
  en: 'Please try again shortly. Nothing was charged.',
}
const START_OVER: BuyerText = {
  ko: '결제되지 않았습니다. 처음부터 다시 시도해 주세요.',
  en: 'Nothing was charged. Please start over.',
}

/** Codes of `SERVER_ERRORS`. */
export type ServerErrorCode =
  | 'BODY_INVALID'
  | 'BODY_CONSUMED'
  | 'BODY_TOO_LARGE'
  | 'CONTENT_TYPE_INVALID'
  | 'ORIGIN_REFUSED'
  | 'METHOD_NOT_ALLOWED'
  | 'ROUTE_NOT_FOUND'
  | 'ORDER_NOT_FOUND'
  | 'ORDER_INVALID'
  | 'ORDER_UNAVAILABLE'
  | 'CHECKOUT_NOT_FOUND'
  | 'CHECKOUT_CLOSED'
  | 'BILLING_KEYS_NOT_CONFIGURED'
  | 'OVERSEAS_NOT_CONFIGURED'
  | 'AUTH_REFUSED'
  | 'INTERNAL'
  | 'GATEWAY_UNREACHABLE'
  | 'PAYMENT_DECLINED'
  | 'RESULT_UNREADABLE'
  | 'RESULT_MISMATCH'
  | 'CHECKOUT_EXPIRED'
  | 'CHARGE_RETURNED'
  | 'PAYMENT_REFUNDED'
  | 'REGISTRATION_UNVERIFIED'
  | 'REGISTERED_ELSEWHERE'
  | 'RELEASED'
  | 'FORBIDDEN'
  | 'AUTHORIZE_FAILED'
  | 'ORDER_REFUNDED'
  | 'ORDER_TAKEN'
  | 'ORDER_NOT_PAID'
  | 'IDEMPOTENCY_CONFLICT'
  | 'BILLING_KEY_NOT_FOUND'
  | 'BILLING_KEY_REMOVED'
  | 'BILLING_KEY_NOT_DELETED'
  | 'MONTHLY_GUARD'
  | 'AMOUNT_INVALID'
  | 'REFUND_TOO_MUCH'
  | 'REFUND_BUSY'
  | 'REFUND_REFUSED'
  | 'RECEIPT_NOT_POSSIBLE'
  | 'RECEIPT_NOT_ISSUED'
  | 'RECEIPT_TOO_MUCH'
  | 'RECEIPT_REFUSED'
  | 'LINK_REFUSED'

/** Everything the companion can complain about: a hint for developers, words for the buyer. */
export const SERVER_ERRORS: Readonly<Record<ServerErrorCode, ErrorText>> = {
  // Requests that were refused.
  BODY_INVALID: { message: 'The request body breaks a rule; see field and rule.', buyer: CONTACT },
  BODY_CONSUMED: {
    message: 'Something read the body before the companion. Mount it before body parsers such as express.json().',
    buyer: CONTACT,
  },
  BODY_TOO_LARGE: { message: 'The request body is larger than 64 KiB.', buyer: CONTACT },
  CONTENT_TYPE_INVALID: { message: 'Send content-type: application/json.', buyer: CONTACT },
  ORIGIN_REFUSED: {
    message: 'The Origin header is not the configured origin. Compare the "origin" option with the address bar.',
    buyer: CONTACT,
  },
  METHOD_NOT_ALLOWED: { message: 'This route does not know the method; see the Allow header.', buyer: CONTACT },
  ROUTE_NOT_FOUND: {
    message: 'No such route. Compare basePath with the path the companion is mounted on.',
    buyer: CONTACT,
  },
  ORDER_NOT_FOUND: {
    message: 'loadOrder returned null for this order id.',
    buyer: { ko: '주문을 찾을 수 없습니다.', en: 'The order was not found.' },
  },
  ORDER_INVALID: { message: 'loadOrder returned an order that cannot be paid; see field and rule.', buyer: CONTACT },
  ORDER_UNAVAILABLE: { message: 'loadOrder threw; see the log of the shop.', buyer: RETRY },
  CHECKOUT_NOT_FOUND: {
    message: 'No such checkout in this ledger and environment.',
    buyer: { ko: '결제 정보를 찾을 수 없습니다.', en: 'The checkout was not found.' },
  },
  CHECKOUT_CLOSED: { message: 'This checkout can no longer open a window. Prepare again.', buyer: START_OVER },
  BILLING_KEYS_NOT_CONFIGURED: {
    message: 'Registering a card or an account, and charging one, needs the billingKeys option of createPayple.',
    buyer: CONTACT,
  },
  OVERSEAS_NOT_CONFIGURED: {
    message: 'Overseas cards need the overseas option of createPayple: { serviceId, serviceKey }.',
    buyer: CONTACT,
  },
  AUTH_REFUSED: {
    message:
      "Payple refused the partner authentication; see gatewayCode. AUTH0004 and AUTH0007 mean the origin option, T0310 that the IP address of this server is not on Payple's list.",
    buyer: CONTACT,
  },
  INTERNAL: {
    message: 'Unexpected error; the log entry "crashed" has its class.',
    buyer: {
      ko: '오류가 발생했습니다. 잠시 후 결제 결과를 확인해 주세요.',
      en: 'Something went wrong. Please check the payment result shortly.',
    },
  },
  // Outcomes: nothing was charged, or it was given back.
  GATEWAY_UNREACHABLE: { message: 'Payple could not be reached; nothing was sent.', buyer: RETRY },
  PAYMENT_DECLINED: {
    message: 'Payple declined; see gatewayCode.',
    buyer: {
      ko: '결제가 승인되지 않았습니다. 다른 카드로 시도해 주세요.',
      en: 'The payment was declined. Please try another card.',
    },
  },
  RESULT_UNREADABLE: { message: 'The window result lacks what a result must have; see field.', buyer: START_OVER },
  RESULT_MISMATCH: {
    message:
      'The window result does not fit this checkout; see field. Somebody changed it, or it belongs to another attempt.',
    buyer: START_OVER,
  },
  CHECKOUT_EXPIRED: {
    message: 'A newer attempt of this order replaced this one; its result was not confirmed.',
    buyer: START_OVER,
  },
  CHARGE_RETURNED: {
    message: 'A charge did not fit the order and was cancelled at Payple at once.',
    buyer: {
      ko: '결제 금액이 주문과 달라 결제를 취소했습니다. 다시 시도해 주세요.',
      en: 'The charge did not match the order and was cancelled. Please try again.',
    },
  },
  PAYMENT_REFUNDED: {
    message: 'The lookup found the payment, refunded in full outside of this companion.',
    buyer: { ko: '결제가 취소되었습니다.', en: 'The payment was cancelled and refunded.' },
  },
  REGISTRATION_UNVERIFIED: {
    message: 'Payple does not know the billing key of the result, or could not be asked. Nothing was stored.',
    buyer: {
      ko: '등록되지 않았습니다. 다시 시도해 주세요.',
      en: 'Nothing was registered. Please try again.',
    },
  },
  REGISTERED_ELSEWHERE: {
    message:
      'Another order id registered this card or account; see the log entry registered-elsewhere. Use one order id per member.',
    buyer: {
      ko: '이미 다른 회원이 등록한 카드 또는 계좌입니다.',
      en: 'Another member has registered this card or account.',
    },
  },
  RELEASED: { message: 'An operator declared that this attempt charged nothing.', buyer: START_OVER },
  ORDER_REFUNDED: {
    message: 'The order was paid and refunded in full. Paying it again needs a new order id.',
    buyer: {
      ko: '이미 환불된 주문입니다. 새로 주문해 주세요.',
      en: 'This order was refunded. Please place a new one.',
    },
  },
  // Operations of the shop's own server.
  FORBIDDEN: {
    message: 'The authorize option said no.',
    buyer: { ko: '권한이 없습니다.', en: 'You are not allowed to do this.' },
  },
  AUTHORIZE_FAILED: { message: 'The authorize option threw; nothing was done. See the log of the shop.', buyer: RETRY },
  ORDER_TAKEN: { message: 'Another attempt has paid this order, or may have.', buyer: CONTACT },
  ORDER_NOT_PAID: {
    message: 'No attempt of this order is paid in this ledger and environment.',
    buyer: { ko: '결제된 주문이 아닙니다.', en: 'This order is not paid.' },
  },
  IDEMPOTENCY_CONFLICT: {
    message: 'This idempotency key was used before with other arguments. Use a new key for a new thing.',
    buyer: CONTACT,
  },
  BILLING_KEY_NOT_FOUND: {
    message: 'No such billing key in this ledger and environment.',
    buyer: { ko: '등록된 결제수단을 찾을 수 없습니다.', en: 'The saved card was not found.' },
  },
  BILLING_KEY_REMOVED: {
    message: 'The billing key does not work any more: deleted, or removed by Payple because of the card.',
    buyer: {
      ko: '등록이 해지된 결제수단입니다. 다시 등록해 주세요.',
      en: 'The saved card was removed. Please register it again.',
    },
  },
  BILLING_KEY_NOT_DELETED: { message: 'Payple did not delete the billing key; see gatewayCode.', buyer: RETRY },
  MONTHLY_GUARD: {
    message: 'The once-a-month guard refused: this billing key was charged for that month already.',
    buyer: { ko: '이번 달에 이미 결제되었습니다.', en: 'This month was paid already.' },
  },
  AMOUNT_INVALID: { message: 'The amount does not fit the currency of the payment; see rule.', buyer: CONTACT },
  REFUND_TOO_MUCH: {
    message: 'More than what is left of the payment; see rule.',
    buyer: { ko: '환불할 수 있는 금액을 넘었습니다.', en: 'That is more than can be refunded.' },
  },
  REFUND_BUSY: {
    message: 'Another refund of this payment is under way or in doubt. One at a time.',
    buyer: {
      ko: '진행 중인 환불이 있습니다. 잠시 후 다시 시도해 주세요.',
      en: 'Another refund is under way. Please try again shortly.',
    },
  },
  REFUND_REFUSED: {
    message: 'Payple refused the refund; see gatewayCode. Partial refunds are impossible on the test account.',
    buyer: { ko: '환불이 거절되었습니다.', en: 'The refund was refused.' },
  },
  RECEIPT_NOT_POSSIBLE: {
    message: 'Cash receipts are for transfers whose payer is known here; that needs the billingKeys option.',
    buyer: CONTACT,
  },
  RECEIPT_NOT_ISSUED: { message: 'This payment has no cash receipt to cancel.', buyer: CONTACT },
  RECEIPT_TOO_MUCH: {
    message: 'The receipt would be larger than what is left of the payment; see rule.',
    buyer: CONTACT,
  },
  RECEIPT_REFUSED: { message: 'Payple refused the cash receipt; see gatewayCode.', buyer: RETRY },
  LINK_REFUSED: { message: 'Payple refused to create the link; see gatewayCode.', buyer: RETRY },
}

/** Builds an error value from the table. A known gateway code brings its own words. */
export function serverError(
  code: ServerErrorCode,
  details: Pick<PaypleError, 'field' | 'rule' | 'gatewayCode'> = {},
): PaypleError {
  const known = resultCode(details.gatewayCode)
  const told = code === 'PAYMENT_DECLINED' && known !== undefined ? { message: known.hint, buyer: known.buyer } : {}
  const present = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined))
  return paypleError(SERVER_ERRORS, code, { ...told, ...present })
}
