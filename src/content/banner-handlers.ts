import { sendCommand } from '../shared/messages/send-command.ts'
import { quieterThan } from '../shared/settings/pair-rules.ts'
import { tellHidden } from './tell-hidden.ts'
import { muteKey } from '../shared/visible.ts'
import type { BannerHandlers } from './banner/banner-actions.ts'
import type { BannerInputs } from './view/banner-inputs.ts'
import { hiddenNow } from './view/official-news.ts'

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
      const entry = view.kind === 'statement' ? { episode: view.statement.id, changedAt: 0 } : hiddenNow(view)
      sendCommand({ kind: 'hide', ...entry })
      update({ hidden: [entry, ...inputs().hidden.filter(({ episode }) => episode !== entry.episode)] })
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
    onNotHelpful: ({ episode }, isNot) => sendCommand({ kind: 'not-helpful', episode: episode.id, isNot }),
    onQuieter: ({ episode }) =>
      sendCommand({ kind: 'quieter', pair: muteKey(episode), least: quieterThan(episode.tier) }),
    // The home page of the venue shows no market.
    onLeave: () => location.assign(location.origin),
    onRetry: () => sendCommand({ kind: 'retry' }),
    onBannerHidden: tellHidden,
  }
}
