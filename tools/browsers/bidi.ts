import type { Browser } from 'puppeteer-core'

/** The few WebDriver BiDi results we read. https://w3c.github.io/webdriver-bidi/ */
export interface RemoteValue {
  readonly type: string
  readonly sharedId?: string
  readonly value?: unknown
}

/** A BiDi node: what `value` holds where `type` is `node`. */
export interface RemoteNode {
  readonly nodeType: number
  readonly mode?: 'open' | 'closed'
  readonly children?: readonly RemoteValue[]
  readonly shadowRoot?: RemoteValue | null
}

/** Sends raw BiDi commands, for what puppeteer has no words for in Firefox. */
export interface Bidi {
  send<T>(method: string, params: object): Promise<T>
  /** Calls a function, given as source text, in a browsing context. Its JSON value, promises awaited. */
  call<T>(context: string, source: string, element?: RemoteValue): Promise<T>
}

interface CallResult {
  readonly type: 'success' | 'exception'
  readonly result?: RemoteValue
  readonly exceptionDetails?: { readonly text: string }
}

/** The BiDi connection beneath a puppeteer browser. */
export function bidiOf(browser: Browser): Bidi {
  // Puppeteer keeps it out of its types, not out of its object.
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: unknown }> }
  }
  const bidi: Bidi = {
    async send<T>(method: string, params: object) {
      return (await connection.send(method, params)).result as T
    },
    async call<T>(context: string, source: string, element?: RemoteValue) {
      const answer = await bidi.send<CallResult>('script.callFunction', {
        functionDeclaration: `async function () { return JSON.stringify(await (${source}).call(this)) }`,
        target: { context },
        awaitPromise: true,
        ...(element && { this: { sharedId: element.sharedId } }),
      })
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'exception')
      const json = answer.result?.value
      return (typeof json === 'string' ? JSON.parse(json) : undefined) as T
    },
  }
  return bidi
}
