/** The overseas product's accounts, and the switches for what no source settles (docs/protocol/overseas.md section 8). */

/** A partner of the overseas product. */
export interface OverseasAccount {
  /** `service_id`. */
  serviceId: string
  /** `service_key`. Secret: server only. */
  serviceKey: string
  /** "결제 결과 수신 URL" (section 6.1). Default: none, so nothing is sent. */
  webhookUrl?: string | undefined
  /** "결제 취소 결과 수신 URL" (section 6.1). Default: none. */
  cancelWebhookUrl?: string | undefined
  /** Addresses that tokens are issued to (section 1.4). Default: any, as in Payple's test environment. */
  allowedIps?: readonly string[] | undefined
}

/** Under which name an account's webhook addresses are kept, beside those of the domestic partners. */
export function addressee({ serviceId }: Pick<OverseasAccount, 'serviceId'>): { cstId: string } {
  return { cstId: `overseas:${serviceId}` }
}

/** The public test account (section 1.3). */
export const OVERSEAS_TEST_ACCOUNT: OverseasAccount = { serviceId: 'demo', serviceKey: 'abcd1234567890' }

/**
 * Situations for which no code of Payple's is known. The sandbox answers with codes that cannot be mistaken for Payple's, until it is
 * told real ones (section 7).
 */
export type SimulatedCode =
  | 'SIM_TOKEN'
  | 'SIM_LIMIT'
  | 'SIM_FIELD'
  | 'SIM_AMOUNT'
  | 'SIM_DECLINED'
  | 'SIM_DUPLICATE'
  | 'SIM_NOT_FOUND'
  | 'SIM_KEY'
  | 'SIM_CANCEL'
  | 'SIM_SECURITY_CODE'
  | 'SIM_RESULT_URL'

/** Options of the overseas product. The defaults are lenient where Payple seems to be. */
export interface OverseasOptions {
  /** Default: the public test account. */
  accounts?: readonly OverseasAccount[] | undefined
  /** How long a token works, in milliseconds. Default 10 minutes (section 2.3). */
  tokenLifetimeMs?: number | undefined
  /** How many tokens of an account may live at once (8.2). Default: any number. */
  maxTokens?: number | undefined
  /** A token works for one call or window only (8.1 row 2). Default `false`. */
  oneUseTokens?: boolean | undefined
  /** `code` must hold letters and digits (8.1 row 3). Default `false`: either kind is enough. */
  strictCode?: boolean | undefined
  /** Refuse `Authorization` of the window with `Bearer ` in front (8.1 row 1). Default `false`. */
  strictAuthorization?: boolean | undefined
  /** `securityCode` must come with a charge (8.1 row 5). Default `false`. */
  requireSecurityCode?: boolean | undefined
  /** `resultUrl` must come with a cancel (8.1 row 6). Default `false`. */
  requireCancelResultUrl?: boolean | undefined
  /** Check the caller's address at every call, not only for tokens (8.1 row 10). Default `false`. */
  checkIpEverywhere?: boolean | undefined
  /** Refuse an order number that was used before (8.2). Default `false`: it is taken, with a warning. */
  refuseDuplicates?: boolean | undefined
  /** Cancels of a part, and several of one payment (8.2). Default `true`. */
  partialCancels?: boolean | undefined
  /** HTTP status of business errors (8.2). Default 200. */
  errorStatus?: number | undefined
  /** What closing the window posts: `result` and `message` alone, or the order too (8.2). Default `minimal`. */
  closeFields?: 'minimal' | 'full' | undefined
  /** Which document posts the result of a layer (8.2). Default `top`. */
  resultTarget?: 'top' | 'frame' | undefined
  /** What a decline does: the buyer may try another card, or the refusal is posted (8.2). Default `stay`. */
  declines?: 'stay' | 'post' | undefined
  /** By how many seconds `submitTimeUtc` is before `api_date` (4.3). Default 0. */
  utcSkewSeconds?: number | undefined
  /** Real codes for situations whose code is not known here. */
  codes?: Partial<Record<SimulatedCode, string>> | undefined
}

/** Options with every default filled in. */
export type OverseasSettings = Required<{ [Name in keyof OverseasOptions]: NonNullable<OverseasOptions[Name]> }>

/** Fills in the defaults. Throws a `TypeError` for an account that cannot work. */
export function resolveOverseas(options: OverseasOptions = {}): OverseasSettings {
  const { accounts = [OVERSEAS_TEST_ACCOUNT] } = options
  for (const { serviceId, serviceKey } of accounts) {
    if (serviceId.trim() === '' || serviceKey.trim() === '')
      throw new TypeError(
        '[payple-sandbox] createSandbox: "overseas.accounts" has one without serviceId or serviceKey.',
      )
  }
  return {
    accounts,
    tokenLifetimeMs: options.tokenLifetimeMs ?? 600_000,
    maxTokens: options.maxTokens ?? Number.POSITIVE_INFINITY,
    oneUseTokens: options.oneUseTokens ?? false,
    strictCode: options.strictCode ?? false,
    strictAuthorization: options.strictAuthorization ?? false,
    requireSecurityCode: options.requireSecurityCode ?? false,
    requireCancelResultUrl: options.requireCancelResultUrl ?? false,
    checkIpEverywhere: options.checkIpEverywhere ?? false,
    refuseDuplicates: options.refuseDuplicates ?? false,
    partialCancels: options.partialCancels ?? true,
    errorStatus: options.errorStatus ?? 200,
    closeFields: options.closeFields ?? 'minimal',
    resultTarget: options.resultTarget ?? 'top',
    declines: options.declines ?? 'stay',
    utcSkewSeconds: options.utcSkewSeconds ?? 0,
    codes: options.codes ?? {},
  }
}
