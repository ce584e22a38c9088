import { tsImport } from 'tsx/esm/api'

// The hooks that read TypeScript belong to the thread that registered them: a worker needs its own.
await tsImport(process.argv[2] ?? '', import.meta.url)
