/** The views, in the order of the menu. */
export const VIEWS = ['payments', 'keys', 'links', 'webhooks', 'calls', 'scenarios'] as const
/** Name of a view. */
export type ViewName = (typeof VIEWS)[number]
