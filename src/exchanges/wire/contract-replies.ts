import { inner, kindOfError, namesIn, ofObject, type ReplyReader, withNames } from './subscription-replies.ts'

// How perpetual markets acknowledge and refuse subscriptions, where they have another format than their spot market.

/** One reply per frame; an error quotes the subscription in its text: `Invalid subscription {"type":"trades",…}`. */
export const hyperliquidReply: ReplyReader = /*#__PURE__*/ ofObject(({ channel, data }) => {
  if (channel === 'error')
    return { kind: kindOfError(data), ...withNames(namesIn(data, /"coin":"([^"]+)"/g)) }
  const { method, subscription } = inner(data)
  const { coin } = inner(subscription)
  if (channel !== 'subscriptionResponse' || method !== 'subscribe' || typeof coin !== 'string') return null
  return { kind: 'accepted', names: [coin] }
})
