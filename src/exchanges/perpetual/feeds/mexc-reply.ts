import {
  kindOfError,
  namesIn,
  ofObject,
  type ReplyReader,
  withNames,
} from '../../wire/subscription-replies.ts'

/**
 * `{"channel":"rs.sub.deal","data":"success"}`, one for each frame in their order, or `rs.error` with a text that may
 * name the contract: `Contract [X_USDT] not exists`. Unsubscribing is not answered.
 */
export const mexcContractReply: ReplyReader = /*#__PURE__*/ ofObject(({ channel, data }) => {
  if (channel === 'rs.error') return { kind: kindOfError(data), ...withNames(namesIn(data, /\[([^\]]+)\]/g)) }
  return channel === 'rs.sub.deal' && data === 'success' ? { kind: 'accepted' } : null
})
