import { sendCommand } from '../shared/messages/send-command.ts'
import { tellHidden } from './tell-hidden.ts'
import { muteKey } from '../shared/visible.ts'
import type { BannerHandlers } from './banner/banner-actions.ts'
import type { BannerInputs } from './view/banner-inputs.ts'

/**
 * Handles actions of the trader by commands to the background. The stored values change only once the worker is
 * awake: until then the inputs are updated here, so that the banner reacts at once.
 */
export function bannerHandlers(
  inputs: () => BannerInputs,
  update: (part: Partial<BannerInputs>) => void,
): BannerHandlers {
  return {
    onDetails: ({ episode }) => sendCommand({ kind: 'details', episode: episode.id }),
    onHide(view) {
      // A statement does not change: once hidden it stays hidden.
      const { id, changedAt } = view.kind === 'statement' ? { ...view.statement, changedAt: 0 } : view.episode
      sendCommand({ kind: 'hide', episode: id, changedAt })
      update({ hidden: [...inputs().hidden, { episode: id, changedAt }] })
    },
    onCountryNoticeOff() {
      sendCommand({ kind: 'hide-country-notice' })
      update({ countryNotice: false })
    },
    onMute({ episode }, length) {
      const mute = { pair: muteKey(episode), until: length === null ? null : Date.now() + length }
      sendCommand({ kind: 'mute', ...mute })
      update({ mutes: [...inputs().mutes, mute] })
    },
    // The home page of the venue shows no market.
    onLeave: () => location.assign(location.origin),
    onRetry: () => sendCommand({ kind: 'retry' }),
    onBannerHidden: tellHidden,
  }
}
