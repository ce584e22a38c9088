declare module 'nspell' {
  /** A Hunspell checker. https://github.com/wooorm/nspell */
  export default function nspell(dictionary: { readonly aff: Uint8Array; readonly dic: Uint8Array }): {
    correct(word: string): boolean
    personal(dictionary: string): unknown
  }
}
