import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityType } from '../../../schemas/mention.js';
import type { SourceName } from './listed-name.js';

/** How the rows of one kind are taken over. */
interface Kind {
  readonly type: EntityType | 'first-name' | 'person-or-organization';
  readonly keep: SourceName['keep'];
  readonly aliases?: 'kept';
}

/** The gazetteer's files in order of trust: where two list a name, the earlier one says what it is. Kinds that are left out are dropped. */
const FILES: readonly { readonly file: string; readonly source: string; readonly kinds: Readonly<Record<string, Kind>> }[] = [
  { file: 'countries', source: 'iso-3166', kinds: { country: { type: 'place', keep: 'clear' } } },
  { file: 'conferences', source: 'conference-deadlines', kinds: { conference: { type: 'work', keep: 'clear', aliases: 'kept' } } },
  {
    file: 'languages_linguist',
    source: 'linguist',
    kinds: { programming_language: { type: 'technology', keep: 'clear' }, format_language: { type: 'technology', keep: 'clear' } },
  },
  {
    file: 'companies',
    source: 'companies',
    kinds: { company: { type: 'organization', keep: 'clear' }, news_outlet: { type: 'organization', keep: 'spoken' } },
  },
  {
    file: 'cncf_landscape',
    source: 'cncf-landscape',
    kinds: { company: { type: 'organization', keep: 'spoken' }, cloud_native_project_product: { type: 'technology', keep: 'clear' } },
  },
  {
    file: 'software_endoflife',
    source: 'endoflife',
    kinds: Object.fromEntries(
      ['server-app', 'framework', 'os', 'app', 'lang', 'database', 'service', 'device', 'standard'].map((kind) => [
        `software_${kind}`,
        { type: 'technology', keep: 'clear' } as const,
      ]),
    ),
  },
  {
    file: 'github_topics',
    source: 'github-explore',
    kinds: {
      programming_language: { type: 'technology', keep: 'clear' },
      library_framework: { type: 'technology', keep: 'clear' },
      database: { type: 'technology', keep: 'clear' },
      os: { type: 'technology', keep: 'clear' },
      company_product: { type: 'technology', keep: 'spoken' },
      tech_topic: { type: 'technology', keep: 'spoken' },
      creator_person_or_org: { type: 'person-or-organization', keep: 'spoken' },
    },
  },
  { file: 'brands_simpleicons', source: 'simple-icons', kinds: { brand_product: { type: 'technology', keep: 'clear' } } },
  {
    file: 'ai_models',
    source: 'models-dev',
    kinds: { ai_provider: { type: 'organization', keep: 'spoken' }, ai_model: { type: 'technology', keep: 'spoken' } },
  },
  { file: 'dev_tools', source: 'static-analysis', kinds: { dev_tool: { type: 'technology', keep: 'spoken' } } },
  {
    file: 'ml_terms',
    source: 'awesome-ml',
    kinds: {
      ml_library_tool: { type: 'technology', keep: 'spoken' },
      llm_tool_or_paper: { type: 'technology', keep: 'spoken' },
      ml_dataset: { type: 'work', keep: 'spoken' },
    },
  },
  { file: 'podcasts', source: 'awesome-podcasts', kinds: { podcast: { type: 'work', keep: 'spoken' } } },
  { file: 'us_cities', source: 'corpora', kinds: { city: { type: 'place', keep: 'clear' } } },
  {
    file: 'person_names',
    source: 'corpora',
    kinds: {
      scientist: { type: 'person', keep: 'clear' },
      celebrity: { type: 'person', keep: 'clear' },
      first_name: { type: 'first-name', keep: 'clear' },
    },
  },
];

/** Licences under which entries may ship without a word of the licensor's; `none stated` may not. */
const NO_LICENCE = 'none stated';

/** Reads the gazetteer's tables, most trusted first. */
export function readGazetteers(folder: string, firstNames: ReadonlySet<string>): SourceName[] {
  return FILES.flatMap(({ file, source, kinds }) => {
    const rows = readFileSync(join(folder, `${file}.tsv`), 'utf8')
      .split('\n')
      .slice(1);
    return rows.flatMap((row): SourceName[] => {
      const [listed = '', kindName = '', aliases = '', , licence = ''] = row.split('\t');
      const kind = kinds[kindName];
      if (kind === undefined || licence.startsWith(NO_LICENCE) || !isUsable(listed)) return [];
      const type = kind.type === 'person-or-organization' ? personOrOrganization(listed, firstNames) : kind.type;
      const name = type === 'organization' ? withoutLegalForm(listed) : listed;
      return [{ name, type, source, keep: kind.keep, aliases: kind.aliases === 'kept' ? aliases.split('|').filter(isUsable) : [] }];
    });
  });
}

// "Kubernetes", "Visual Studio Code" | "Query (disambiguation)", "x.ai/grok:beta", "The U.S.: a history, in five parts"
const USABLE = /^[\p{L}\p{N}.][\p{L}\p{N} .&+#'’-]*$/u;
const LONGEST_NAME = 60;

function isUsable(name: string): boolean {
  return name.length > 1 && name.length <= LONGEST_NAME && USABLE.test(name) && name !== name.toLowerCase();
}

// "Larry Wall" | "Microsoft"
const TWO_WORDS = /^(?<first>\p{Lu}\p{L}+) (?:\p{Lu}\. )?\p{Lu}[\p{L}'-]+$/u;

function personOrOrganization(name: string, firstNames: ReadonlySet<string>): 'person' | 'organization' {
  return firstNames.has(TWO_WORDS.exec(name)?.groups?.first ?? '') ? 'person' : 'organization';
}

// "Tesla, Inc.", "Garmin Ltd." | "Boston Consulting Group"
const LEGAL_FORM = /,? (?:Inc|Corp|Corporation|Company|Co|Companies|Ltd|Limited|plc|PLC|N\.V|LLC|LP|Holdings|GmbH|AG)\.?$/;
const THE = /^The /;

function withoutLegalForm(name: string): string {
  const short = name.replace(LEGAL_FORM, '');
  return short === name ? name : short.replace(THE, '');
}
