import { parseCommand } from '../../../src/background/pages/commands.ts'
import { alertFor } from '../../../src/background/output/notifications/notification-rules.ts'
import { shiftOf } from '../../../src/detect/sensitivity.ts'
import { sites } from '../../../src/exchanges/registry.ts'
import { parseSettingsFile, serializeSettings } from '../../../src/options/transfer/settings-file.ts'
import { timeOf } from '../../../src/options/form/time-of-day.ts'
import { parseSettings } from '../../../src/shared/settings/parse-settings.ts'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings.ts'
import { settings as settingsItem } from '../../../src/shared/settings/settings-item.ts'
import { isWanted } from '../../../src/shared/visible.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { dump, episode, marketFall, wallNow } from '../../examples/made-up.ts'
import { expectThat } from '../checks/broken.ts'
import { nonFiniteIn } from '../checks/non-finite.ts'
import type { Chance } from '../input/chance.ts'
import { mutateJson } from '../input/mutate-json.ts'
import { longText, oddTexts } from '../input/odd-values.ts'
import type { Target } from '../target.ts'

const full: Settings = {
  ...defaultSettings,
  venues: ['binance', 'okx'],
  chartSites: ['tradingview'],
  sensitivity: { kind: 'custom', shift: 1 },
  quotes: ['BTC', 'USDT'],
  watch: ['binance:NAV/BTC'],
  ignore: ['okx:A/B'],
  notifications: {
    ...defaultSettings.notifications,
    quiet: { from: 60, to: 300, timeZone: 'Asia/Tokyo', dangerExempt: true },
  },
}

const commands = [
  { kind: 'mute', pair: 'binance:NAV/BTC', until: wallNow },
  { kind: 'hide', episode: 'binance:NAV/BTC:1', changedAt: wallNow },
  {
    kind: 'remember',
    site: 'www.binance.com',
    memory: { place: { left: 1, top: 2 }, opened: ['a'], paused: [] },
  },
]

interface Input {
  /** What the storage holds. */
  readonly stored: unknown
  /** A file that the trader was sent. */
  readonly file: string
  /** What another script of the page says to the background. */
  readonly command: unknown
}

interface Understood {
  readonly settings: readonly Settings[]
  readonly file: Settings | null
}

/** Settings as stored, synchronised or imported, and commands of pages. */
export const settings: Target<Input> = {
  name: 'settings',
  sessionLength: 1,
  perTurn: 40,
  open: () => ({
    generate: (chance) => ({
      stored: mutateJson(full, chance),
      file: fileText(chance),
      command: mutateJson(chance.of(commands), chance),
    }),
    async run({ stored, file, command }): Promise<Understood> {
      parseCommand(command)
      await browser.storage.local.set({ settings: stored })
      const read = await settingsItem.get()
      const parsed = parseSettings(stored)
      const imported = parseSettingsFile(file, read, sites)
      const all = [read, ...[parsed, imported].flatMap((each) => ('settings' in each ? each.settings : []))]
      for (const one of all) useSettings(one)
      return { settings: all, file: 'settings' in imported ? imported.settings : null }
    },
    check(result) {
      const { settings: all, file } = result as Understood
      for (const one of all) expectThat(nonFiniteIn(one) === null, `settings with ${nonFiniteIn(one)}`)
      for (const one of all) {
        expectThat(
          'settings' in parseSettings(JSON.parse(JSON.stringify(one))),
          'settings that are not read back',
        )
      }
      if (!file) return
      const again = parseSettingsFile(serializeSettings(file), defaultSettings, sites)
      const isSame = 'settings' in again && JSON.stringify(again.settings) === JSON.stringify(file)
      expectThat(isSame, 'settings that are exported and imported as others')
    },
  }),
}

function fileText(chance: Chance): string {
  const text = JSON.stringify(mutateJson(full, chance)) ?? ''
  if (chance.has(0.6)) return text
  if (chance.has(0.1)) return longText(chance)
  const at = chance.below(text.length)
  return (
    text.slice(0, at) + chance.of([...oddTexts, '{', '[', '"', '}', ',']) + text.slice(at + chance.below(5))
  )
}

/** What settings decide over. */
function useSettings(settings: Settings): void {
  for (const one of [episode(), dump(), marketFall()]) {
    isWanted(one, settings)
    alertFor(one, [], settings.notifications, false, wallNow)
  }
  shiftOf(settings.sensitivity)
  const { quiet } = settings.notifications
  if (quiet) timeOf(quiet.from)
}
