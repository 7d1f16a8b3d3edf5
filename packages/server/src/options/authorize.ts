/**
 * What a request to the companion wants to do with money that moved, or with a stored card. The subject is in it, so that `authorize` can
 * say yes to one order and no to another.
 */
export type Action =
  | { readonly type: 'payments.list' }
  | { readonly type: 'payment.read'; readonly orderId: string }
  | { readonly type: 'payment.lookup'; readonly orderId: string }
  | { readonly type: 'payment.refund'; readonly orderId: string; readonly amount: number | string | undefined }
  | { readonly type: 'billing-keys.list'; readonly orderId: string }
  | { readonly type: 'billing-key.charge'; readonly billingKey: string; readonly orderId: string }
  | { readonly type: 'billing-key.delete'; readonly billingKey: string; readonly orderId: string | undefined }
  | { readonly type: 'receipt.issue'; readonly orderId: string; readonly amount: number | undefined }
  | { readonly type: 'receipt.cancel'; readonly orderId: string }
  | { readonly type: 'link.create'; readonly orderId: string }

/** The shop's answer to "may this visitor do that". Anything but `true` is no; an error is no, too. */
export type Authorize = (action: Action, request: Request) => Promise<boolean> | boolean
