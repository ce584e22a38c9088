import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package of which code is shipped. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  /** SPDX identifier. */
  readonly licence: string
  /** Where its source is, as its authors say. */
  readonly source: string
  /** Checksum of the package's archive, from package-lock.json: npm installs no other. */
  readonly integrity: string
  /** Full texts of its licence and, where it has one, its notice. */
  readonly texts: readonly string[]
}

const permissive = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']

/**
 * What a package itself lacks: its archive has neither licence nor address, the repository of its authors has both.
 * Its permission is the one of our own LICENSE, word for word.
 */
const mitElsewhere: Readonly<Record<string, { readonly copyright: string; readonly source: string }>> = {
  'fancy-canvas': {
    copyright: 'Copyright (c) 2019 TradingView, Inc',
    source: 'https://github.com/tradingview/fancy-canvas',
  },
}

/** What package.json and package-lock.json say, as far as it is read. */
interface PackageJson {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly repository?: string | { readonly url: string }
}
interface LockFile {
  readonly packages: Readonly<Record<string, { version?: string; integrity?: string; dev?: boolean }>>
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/**
 * A package by its folder, such as `node_modules/preact`.
 *
 * @param root folder of the repository
 * @throws Error where its code may not be shipped: its licence is not allowed or its text is missing, it is not what
 *   package-lock.json names, or only building needs it
 */
export function shippedPackage(root: string, folder: string): ShippedPackage {
  const {
    name,
    version,
    license = '',
    repository,
  } = readJson(join(root, folder, 'package.json')) as PackageJson
  const locked = (readJson(join(root, 'package-lock.json')) as LockFile).packages[folder]
  const fail = (why: string): never => {
    throw new Error(`Code of ${name} ${version} may not be shipped: ${why}`)
  }
  if (!permissive.includes(license)) fail(`its licence is ${license || 'unknown'}`)
  const { integrity = fail('package-lock.json has no checksum of it') } = locked ?? {}
  if (locked?.version !== version) fail(`package-lock.json names ${locked?.version}`)
  if (locked?.dev && name !== 'rolldown') fail('it is no dependency, but a tool')
  const elsewhere = license === 'MIT' ? mitElsewhere[name] : undefined
  const source = sourceOf(repository) ?? elsewhere?.source ?? fail('it names no source')
  const own = licenceFiles(join(root, folder))
  const texts = own.length === 0 && elsewhere ? [`${elsewhere.copyright}\n\n${mitPermission(root)}`] : own
  if (texts.length === 0) fail('it has no licence text')
  return {
    name,
    version,
    licence: license,
    source,
    integrity,
    texts,
  }
}

function licenceFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)(\.(md|txt))?$/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
}

const mitPermission = (root: string) =>
  readFileSync(join(root, 'LICENSE'), 'utf8')
    .replace(/^.*?(?=Permission is hereby granted)/s, '')
    .trim()

/** npm's forms of an address, as one that a browser opens: `git+https://….git`, `git://…`, `git+ssh://git@…`. */
function sourceOf(repository: PackageJson['repository']): string | undefined {
  const url = typeof repository === 'string' ? repository : repository?.url
  return url?.replace(/^(git\+)?(ssh:\/\/git@|git:\/\/|https?:\/\/)/, 'https://').replace(/\.git$/, '')
}
