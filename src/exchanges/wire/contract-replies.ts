import { asList } from './json.ts'
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
