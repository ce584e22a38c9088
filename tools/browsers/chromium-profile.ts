import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The parts of Chromium's preferences that are read here. */
interface Preferences {
  readonly extensions: {
    readonly ui: { readonly developer_mode: boolean }
    readonly settings?: Readonly<Record<string, { path?: string; creation_flags?: number }>>
  }
}

/** Set on an extension that was loaded over the protocol: Chromium forgets it at its next start. */
const untilExit = 1 << 15

const fileIn = (profile: string) => join(profile, 'Default', 'Preferences')
const read = (profile: string) => JSON.parse(readFileSync(fileIn(profile), 'utf8')) as Preferences

/** Prepares a new profile: unpacked extensions run in developer mode only. */
export function prepareProfile(profile: string): void {
  if (existsSync(fileIn(profile))) return
  mkdirSync(join(profile, 'Default'), { recursive: true })
  const preferences: Preferences = { extensions: { ui: { developer_mode: true } } }
  writeFileSync(fileIn(profile), JSON.stringify(preferences))
}

/** Id of the extension in this folder where the profile has it; undefined: it is still to be installed. */
export function installedId(profile: string, folder: string): string | undefined {
  const { settings = {} } = read(profile).extensions
  return Object.entries(settings).find(([, { path }]) => path === folder)?.[0]
}

/** Makes the extensions of a profile stay, as those that a person loads; to be called while no browser runs. */
export function keepExtensions(profile: string): void {
  const preferences = read(profile)
  for (const extension of Object.values(preferences.extensions.settings ?? {}))
    if (extension.creation_flags !== undefined) extension.creation_flags &= ~untilExit
  writeFileSync(fileIn(profile), JSON.stringify(preferences))
}
