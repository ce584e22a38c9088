import { asList } from './json.ts'
import { wordOf } from './word-of.ts'
import { inner, kindOfError, namesIn, ofObject, type ReplyReader, withNames } from './subscription-replies.ts'

// How perpetual markets acknowledge and refuse subscriptions, where they have another format than their spot market.

/** One reply per frame; an error quotes the subscription in its text: `Invalid subscription {"type":"trades",…}`. */
export const hyperliquidReply: ReplyReader = /*#__PURE__*/ ofObject(({ channel, data }) => {
  if (channel === 'error') return { kind: kindOfError(data), ...withNames(namesIn(data, /coin\W+([\w:]+)/g)) }
  const { method, subscription } = inner(data)
  const { coin } = inner(subscription)
  if (channel !== 'subscriptionResponse' || method !== 'subscribe' || typeof coin !== 'string') return null
  return { kind: 'accepted', names: [coin] }
})

/** Events: one per frame that is accepted. An error names nothing; an alert is also sent of what is subscribed to already. */
export const krakenFuturesReply: ReplyReader = /*#__PURE__*/ ofObject(
  ({ event, feed, product_ids, message }) => {
    const named = asList(product_ids ?? []).filter((name) => typeof name === 'string')
    if (event === 'subscribed') return feed === 'trade' ? { kind: 'accepted', ...withNames(named) } : null
    if (event === 'subscribed_failed') return { kind: 'refused', ...withNames(named) }
    if (event !== 'error' && event !== 'alert') return null
    const kind = kindOfError(message)
    return kind === 'accepted' ? null : { kind }
  },
)

/**
 * Coinbase Advanced: all subscriptions of the connection at each change. That an error names the product, and spoils its
 * frame, is as of its other sockets.
 */
export const advancedTradeReply: ReplyReader = /*#__PURE__*/ ofObject(
  ({ channel, events, type, message, reason }) => {
    if (channel === 'subscriptions') {
      const lists = asList(events ?? []).map((event) => inner(inner(event).subscriptions).market_trades)
      const names = lists.flatMap((list) => asList(list ?? [])).filter((name) => typeof name === 'string')
      return names.length > 0 ? { kind: 'accepted', names } : null
    }
    if (type !== 'error') return null
    const names = namesIn(`${wordOf(message)} ${wordOf(reason)}`, /([A-Z0-9]+-PERP-INTX)/g)
    return {
      kind: kindOfError(message, reason),
      ...(names.length > 0 && { names, wholeFrame: true as const }),
    }
  },
)
