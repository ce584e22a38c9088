/**
 * Replaces src/shared/web-extension.ts, which works in an extension alone: what of the browser's interface we use.
 */

import type { Tabs } from 'webextension-polyfill'

type Listener<A extends unknown[]> = (...args: A) => void

class Event<A extends unknown[]> {
  readonly #listeners = new Set<Listener<A>>()
  addListener = (listener: Listener<A>) => void this.#listeners.add(listener)
  removeListener = (listener: Listener<A>) => void this.#listeners.delete(listener)
  hasListener = (listener: Listener<A>) => this.#listeners.has(listener)
  fire = (...args: A) => this.#listeners.forEach((listener) => listener(...args))
  listeners = () => [...this.#listeners]
  clear = () => this.#listeners.clear()
  get size() {
    return this.#listeners.size
  }
}

/** Messages, which a listener answers by a call back where it has returned true. */
class MessageEvent extends Event<[unknown, { url?: string }, (answer: unknown) => void]> {
  /** What those listeners answer that do. */
  answers = (message: unknown, sender: { url?: string }): Promise<unknown>[] =>
    this.listeners().flatMap((listener) => {
      let willAnswer: unknown
      const answer = new Promise((respond) => {
        willAnswer = (listener as (...args: unknown[]) => unknown)(message, sender, respond)
      })
      return willAnswer === true ? [answer] : []
    })
}

interface Change {
  readonly oldValue?: unknown
  readonly newValue?: unknown
}

class Area {
  #values: Record<string, unknown> = {}
  readonly onChanged = new Event<[Record<string, Change>]>()
  get(keys?: string | readonly string[]): Promise<Record<string, unknown>> {
    const wanted = keys === undefined ? Object.keys(this.#values) : [keys].flat()
    const found = wanted.filter((key) => key in this.#values)
    return Promise.resolve(Object.fromEntries(found.map((key) => [key, structuredClone(this.#values[key])])))
  }
  set(next: Record<string, unknown>): Promise<void> {
    const changes: Record<string, Change> = {}
    for (const [key, newValue] of Object.entries(next))
      changes[key] = { oldValue: this.#values[key], newValue }
    this.#values = { ...this.#values, ...structuredClone(next) }
    this.onChanged.fire(changes)
    return Promise.resolve()
  }
  remove(key: string): Promise<void> {
    if (!(key in this.#values)) return Promise.resolve()
    const { [key]: oldValue, ...rest } = this.#values
    this.#values = rest
    this.onChanged.fire({ [key]: { oldValue } })
    return Promise.resolve()
  }
  clear(): Promise<void> {
    this.#values = {}
    return Promise.resolve()
  }
}

/** One end of a port; `sent`: messages posted by the code under test. */
export class StubPort {
  readonly onMessage = new Event<[unknown]>()
  readonly onDisconnect = new Event<[]>()
  readonly sent: unknown[] = []
  disconnected = false
  readonly sender: { readonly url: string; readonly tab?: Tabs.Tab }
  /**
   * @param tab id of the tab of the other end, where that is a page
   * @param url address of that page; else it is one of our own
   */
  constructor(
    readonly name: string,
    tab?: number,
    url = 'chrome-extension://stub/src/details/index.html',
  ) {
    this.sender = { url, ...(tab !== undefined && { tab: { id: tab } as Tabs.Tab }) }
  }
  postMessage(message: unknown): void {
    if (this.disconnected) throw new Error('Attempting to use a disconnected port object')
    this.sent.push(message)
  }
  disconnect(): void {
    this.disconnected = true
  }
  /** Simulates that the other end is gone. */
  die(): void {
    this.disconnected = true
    this.onDisconnect.fire()
  }
}

/** A content script registered by the code under test. */
interface Registered {
  readonly id: string
  readonly js: readonly string[]
  readonly matches: readonly string[]
}

/** What the code under test did, and how the browser is to respond. */
export const stub = {
  uiLanguage: 'en-US',
  ports: [] as StubPort[],
  requests: [] as unknown[],
  opened: [] as string[],
  /** Answer of the background to a message; undefined: no listener. */
  answer: (_message: unknown): unknown => undefined,
  /** Whether the trader grants permission requests. */
  consents: true,
  granted: new Set<string>(),
  /** Content scripts of the manifest, and those registered later. */
  manifestScripts: [] as { js: string[]; matches: string[] }[],
  registered: [] as Registered[],
  /** Open tabs, and ids of those a script was injected into. */
  tabs: [] as { id?: number; url: string }[],
  injected: [] as number[],
  /** Alarms by name, with how often each was created. */
  alarms: new Map<string, { readonly periodInMinutes: number; readonly created: number }>(),
  /** Notifications shown, in order; one replaced by another of the same id is listed again. */
  notified: [] as { readonly id: string; readonly title: string }[],
  /** All notifications ever shown, also those that were cleared. */
  everNotified: [] as { readonly id: string; readonly title: string }[],
  /** The toolbar button. */
  badge: { text: '', icon: '', title: '' },
  /** Calls that keep the worker awake. */
  platformInfoCalls: 0,
  /** Every event of the browser that code under test may listen to. */
  events: () => [
    browser.runtime.onMessage,
    browser.runtime.onConnect,
    browser.runtime.onInstalled,
    browser.runtime.onStartup,
    browser.runtime.onSuspend,
    browser.permissions.onAdded,
    browser.permissions.onRemoved,
    browser.alarms.onAlarm,
    browser.commands.onCommand,
    browser.notifications.onClicked,
    browser.notifications.onButtonClicked,
    browser.tabs.onUpdated,
    browser.storage.local.onChanged,
    browser.storage.sync.onChanged,
  ],
  async reset(): Promise<void> {
    stub.uiLanguage = 'en-US'
    stub.ports.length = stub.requests.length = stub.opened.length = 0
    browser.runtime.id = 'stub'
    stub.answer = () => undefined
    stub.consents = true
    stub.granted.clear()
    stub.manifestScripts = []
    stub.registered = []
    stub.tabs = []
    stub.injected = []
    stub.alarms.clear()
    stub.notified = []
    stub.everNotified = []
    stub.badge = { text: '', icon: '', title: '' }
    stub.platformInfoCalls = 0
    await browser.storage.local.clear()
    await browser.storage.sync.clear()
    await browser.storage.session.clear()
  },
}

export const browser = {
  storage: { local: new Area(), sync: new Area(), session: new Area() },
  runtime: {
    id: 'stub' as string | undefined,
    connect({ name }: { name: string }): StubPort {
      const port = new StubPort(name)
      stub.ports.push(port)
      return port
    },
    sendMessage(message: unknown): Promise<unknown> {
      stub.requests.push(message)
      return Promise.resolve(stub.answer(message))
    },
    getURL: (path: string) => `chrome-extension://stub/${path.replace(/^\//, '')}`,
    getManifest: () => ({
      version: '1.2.3',
      host_permissions: [] as string[],
      content_scripts: stub.manifestScripts,
    }),
    getPlatformInfo(): Promise<{ os: string }> {
      stub.platformInfoCalls++
      return Promise.resolve({ os: 'linux' })
    },
    onMessage: new MessageEvent(),
    onConnect: new Event<[StubPort]>(),
    onInstalled: new Event<[{ reason: string }]>(),
    onStartup: new Event<[]>(),
    onSuspend: new Event<[]>(),
  },
  commands: { onCommand: new Event<[string, { id?: number } | undefined]>() },
  alarms: {
    get: (name: string) => Promise.resolve(stub.alarms.get(name)),
    getAll: () =>
      Promise.resolve(
        [...stub.alarms].map(([name, alarm]) => ({ name, scheduledTime: Date.now() + 30_000, ...alarm })),
      ),
    create(name: string, { periodInMinutes }: { periodInMinutes: number }): Promise<void> {
      stub.alarms.set(name, { periodInMinutes, created: (stub.alarms.get(name)?.created ?? 0) + 1 })
      return Promise.resolve()
    },
    onAlarm: new Event<[{ name: string }]>(),
  },
  notifications: {
    create(id: string, { title }: { title: string }): Promise<string> {
      stub.notified.push({ id, title })
      stub.everNotified.push({ id, title })
      return Promise.resolve(id)
    },
    getAll: () => Promise.resolve(Object.fromEntries(stub.notified.map(({ id }) => [id, true]))),
    clear(id: string): Promise<boolean> {
      stub.notified = stub.notified.filter((shown) => shown.id !== id)
      return Promise.resolve(true)
    },
    onClicked: new Event<[string]>(),
    onButtonClicked: new Event<[string, number]>(),
  },
  action: {
    setBadgeText({ text }: { text: string }): Promise<void> {
      stub.badge = { ...stub.badge, text }
      return Promise.resolve()
    },
    setTitle({ title }: { title: string }): Promise<void> {
      stub.badge = { ...stub.badge, title }
      return Promise.resolve()
    },
    setBadgeBackgroundColor: () => Promise.resolve(),
    setBadgeTextColor: () => Promise.resolve(),
    setIcon({ path }: { path: Record<number, string> }): Promise<void> {
      stub.badge = { ...stub.badge, icon: path[16]!.replace(/^\/icons\/toolbar-|-16\.png$/g, '') }
      return Promise.resolve()
    },
  },
  permissions: {
    onAdded: new Event<[{ origins?: string[] }]>(),
    onRemoved: new Event<[{ origins?: string[] }]>(),
    request({ origins }: { origins: string[] }): Promise<boolean> {
      if (stub.consents) for (const origin of origins) stub.granted.add(origin)
      return Promise.resolve(stub.consents)
    },
    remove({ origins }: { origins: string[] }): Promise<boolean> {
      for (const origin of origins) stub.granted.delete(origin)
      return Promise.resolve(true)
    },
    contains: ({ origins }: { origins: string[] }) =>
      Promise.resolve(origins.every((origin) => stub.granted.has(origin))),
  },
  scripting: {
    getRegisteredContentScripts: () => Promise.resolve(structuredClone(stub.registered)),
    registerContentScripts(scripts: Registered[]): Promise<void> {
      stub.registered.push(...structuredClone(scripts))
      return Promise.resolve()
    },
    unregisterContentScripts({ ids }: { ids: string[] }): Promise<void> {
      stub.registered = stub.registered.filter(({ id }) => !ids.includes(id))
      return Promise.resolve()
    },
    executeScript({ target }: { target: { tabId: number } }): Promise<unknown[]> {
      stub.injected.push(target.tabId)
      return Promise.resolve([])
    },
  },
  windows: { update: () => Promise.resolve() },
  dom: { openOrClosedShadowRoot: (element: Element) => element.shadowRoot },
  i18n: { getUILanguage: () => stub.uiLanguage },
  tabs: {
    onUpdated: new Event<[number, { status?: string }, { url?: string }]>(),
    query: ({ url = [] }: { url?: string[] }) =>
      Promise.resolve(
        stub.tabs.filter(
          (tab) => url.length === 0 || url.some((known) => tab.url.startsWith(known.slice(0, -1))),
        ),
      ),
    /** Brings a tab to the front; rejects where there is none, as after it was closed. */
    update(id: number): Promise<{ id: number; windowId: number }> {
      return stub.tabs.some((tab) => tab.id === id)
        ? Promise.resolve({ id, windowId: 1 })
        : Promise.reject(new Error(`No tab with id: ${id}`))
    },
    create({ url }: { url: string }): Promise<void> {
      stub.opened.push(url)
      return Promise.resolve()
    },
  },
}

export default browser
