// Who may import whom. One line per room of src/; what is not named is forbidden.
const rooms = {
  market: [],
  stats: [],
  detect: ['market', 'stats'],
  exchanges: ['market'],
  shared: ['market', 'exchanges'],
  ui: ['market', 'shared'],
  background: ['market', 'stats', 'detect', 'exchanges', 'shared'],
  content: ['market', 'exchanges', 'shared', 'ui'],
  popup: ['market', 'exchanges', 'shared', 'ui'],
  details: ['market', 'exchanges', 'shared', 'ui'],
  options: ['market', 'exchanges', 'shared', 'ui'],
  welcome: ['market', 'exchanges', 'shared', 'ui'],
  history: ['market', 'exchanges', 'shared', 'ui'],
  health: ['market', 'exchanges', 'shared', 'ui'],
  night: ['market', 'exchanges', 'shared', 'ui'],
}

/**
 * Second level: which folders of a room may import which others. Files at the room's top level may import all
 * folders; no folder may import those files, but for the constants of `detect`.
 */
const folders = {
  detect: {
    trades: [],
    episode: [],
    value: [],
    pair: ['trades', 'episode'],
    market: ['pair', 'episode'],
    pegs: ['pair', 'episode', 'value'],
    signs: ['pair', 'trades'],
    score: ['signs', 'pair', 'episode'],
    rules: ['market', 'pair', 'episode', 'trades'],
    cases: ['market', 'score', 'pair', 'episode'],
    replay: ['cases', 'episode', 'rules', 'score', 'pair'],
    perpetual: ['market', 'pair', 'episode'],
    recording: ['cases'],
    'cross-venue': ['episode', 'value'],
  },
  background: {
    storage: [],
    requests: ['storage'],
    sockets: ['requests'],
    venues: ['storage', 'requests', 'sockets'],
    official: ['storage', 'requests', 'venues'],
    'cross-venue': ['storage', 'requests'],
    history: ['storage', 'venues'],
    pages: ['storage', 'venues', 'cross-venue'],
    output: ['storage', 'venues', 'pages'],
    recorder: ['storage', 'output'],
    recordings: ['storage'],
  },
}

/** Tools: the rooms of tools/ and of src/ that each may import, and tools/command-line.ts, tools/nearest.ts. Never test/. */
const tools = {
  backtest: ['src/detect', 'src/market'],
  bench: [
    'tools/(backtest|browsers|examples|heap|market-server|package)',
    'src/(background|content/placement|detect|exchanges|market|popup|shared/messages)',
  ],
  browsers: ['tools/setup', 'src/market', 'src/shared'],
  build: ['src/shared'],
  dev: ['tools/browsers'],
  check: ['tools/drill', 'tools/market-server', 'src/(background|exchanges|market)'],
  documents: [],
  drill: ['tools/backtest/threads', 'tools/market-server', 'src/(background|detect|exchanges|market)'],
  examples: ['src/(market|shared|ui)'],
  fuzz: [
    'tools/(drill|examples|heap|market-server|simulated-browser)',
    'src/(background|content|detect|exchanges|history|market|options|popup|shared|ui)',
  ],
  heap: [],
  'market-server': ['src/exchanges', 'src/market'],
  mutants: ['tools/examples'],
  package: [],
  page: ['src/exchanges'],
  read: ['src/exchanges', 'src/market'],
  release: ['tools/(package|suite)'],
  scorecard: ['tools/backtest', 'src/detect', 'src/market'],
  setup: [],
  'simulated-browser': [],
  soak: ['tools/(drill|heap|market-server|simulated-browser)', 'src/(background|exchanges|market|shared)'],
  start: ['tools/browsers', 'tools/market-server', 'tools/setup', 'src/(exchanges|market|shared)'],
  store: ['tools/(browsers|examples|market-server)', 'src/(exchanges|shared)'],
  suite: ['tools/package'],
  train: ['tools/backtest', 'src/detect', 'src/market'],
}

/** Packages and the rooms that may use them. */
const packages = {
  preact: ['ui', 'content', 'popup', 'details', 'options', 'welcome', 'history', 'health', 'night'],
  // Its types alone, see below.
  'webextension-polyfill': [],
  valibot: ['shared', 'background'],
  idb: ['background'],
  partysocket: ['background'],
  pbf: ['background'],
  'lightweight-charts': ['details'],
}

/** Packages whose types every room may use: they cost nothing. */
const typesAnywhere = ['webextension-polyfill']

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports`,
  comment: `${room} may import: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
}))

const folderRules = Object.entries(folders).flatMap(([room, table]) => [
  ...Object.entries(table).map(([folder, allowed]) => ({
    name: `${room}/${folder}-imports`,
    comment: `${room}/${folder} may import within ${room}: ${allowed.join(', ') || 'nothing'}`,
    severity: 'error',
    from: { path: `^src/${room}/${folder}/` },
    to: {
      path: `^src/${room}/`,
      pathNot: `^src/(${room}/(${[folder, ...allowed].join('|')})/|detect/(settings|thresholds|sensitivity)\\.ts$)`,
    },
  })),
  {
    name: `${room}-known-folders`,
    comment: `a new folder of ${room} needs its line in the table of folders`,
    severity: 'error',
    from: { path: `^src/${room}/[^/]+/`, pathNot: `^src/${room}/(${Object.keys(table).join('|')})/` },
    to: {},
  },
])

const toolRules = Object.entries(tools).map(([tool, allowed]) => ({
  name: `${tool}-tool-imports`,
  comment: `tools/${tool} may import: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^tools/${tool}/` },
  to: {
    path: '^(src|tools)/',
    pathNot: `^(tools/(command-line|nearest)\\.ts$|(${[`tools/${tool}`, ...allowed].join('|')})/)`,
  },
}))

const packageRules = Object.entries(packages).map(([name, users]) => ({
  name: `${name}-users`,
  comment: `${name} belongs to: ${users.join(', ')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${users.join('|')})/` },
  to: {
    path: `^node_modules/(@types/)?${name}/`,
    ...(typesAnywhere.includes(name) && { dependencyTypesNot: ['type-only'] }),
  },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    ...folderRules,
    ...packageRules,
    ...toolRules,
    {
      name: 'known-tools',
      comment: 'a new room of tools/ needs its line in the table above',
      severity: 'error',
      from: { path: '^tools/.+/', pathNot: `^tools/(${Object.keys(tools).join('|')})/` },
      to: {},
    },
    {
      name: 'known-rooms',
      comment: 'a new room of src/ needs its line in the table above',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${Object.keys(rooms).join('|')})/` },
      to: {},
    },
    {
      name: 'known-packages',
      comment: 'the extension ships no other package than those of the table above',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: '^node_modules/',
        pathNot: `^node_modules/(@types/)?(${Object.keys(packages).join('|')})/`,
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'src-stands-alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|tools)/' },
    },
    { name: 'tools-without-test', severity: 'error', from: { path: '^tools/' }, to: { path: '^test/' } },
    {
      name: 'no-node-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
