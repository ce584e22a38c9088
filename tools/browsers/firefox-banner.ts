import type { Bidi, RemoteNode, RemoteValue } from './bidi.ts'

/** Elements directly inside closed shadow roots, in document order. */
function* topElements(value: RemoteValue): Iterable<RemoteValue> {
  const node = value.value as RemoteNode | undefined
  const root = node?.shadowRoot
  if (root) {
    const { mode, children = [] } = root.value as RemoteNode
    if (mode === 'closed') yield* children.filter((child) => (child.value as RemoteNode).nodeType === 1)
    else yield* topElements(root)
  }
  for (const child of node?.children ?? []) yield* topElements(child)
}

/** `Driver.inBanner` through BiDi, which serialises closed shadow roots where asked to. */
export async function inFirefoxBanner<T>(bidi: Bidi, context: string, source: string): Promise<T[]> {
  const { result } = await bidi.send<{ result: RemoteValue }>('script.evaluate', {
    // An image of that name would stand in for it.
    expression: `Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement').get.call(document)`,
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 40 },
  })
  const values: T[] = []
  for (const element of topElements(result)) values.push(await bidi.call<T>(context, source, element))
  return values
}
