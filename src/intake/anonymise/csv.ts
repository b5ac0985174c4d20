import type { InputFile } from '../contract';
import { codecOf, readable, type Codec } from './byte-text';
import { ColumnSurvey, headerRowScore, isPrivate, namesNobody, type ColumnPlan } from './column-survey';
import { bsnIn, coverAlone, coverKnown, type Cover } from './cover';
import { RecordCutter, withValue, type RawField, type RawRecord } from './csv-records';
import type { AnonymiseChoices, AnonymiseReport, CoveredField, Remainder } from './report';

const DELIMITERS = [';', ',', '\t', '|'] as const;
const HEAD_RECORDS = 60;

/** A file being covered: its new bytes as they come, and afterwards what was done. */
export interface Anonymised {
  chunks(): AsyncIterable<Uint8Array>;
  /** Complete once all chunks were taken. */
  report(): AnonymiseReport;
}

interface Dialect {
  readonly delimiter: string;
  /** Number of records before the header row; null: there is no header row. */
  readonly headerAt: number | null;
  readonly headers: readonly string[];
}

/** Delimiter and header row together, by how many headers of the first records are known. */
function dialectOf(sample: string, file: string): Dialect {
  let best: { dialect: Dialect; score: number } | null = null;
  let widest: { delimiter: string; width: number } = { delimiter: ';', width: 0 };
  for (const delimiter of DELIMITERS) {
    const cutter = new RecordCutter(delimiter, file);
    const records: RawRecord[] = [];
    for (const record of cutter.push(sample)) {
      records.push(record);
      if (records.length >= HEAD_RECORDS) break;
    }
    if (records.length < HEAD_RECORDS) {
      for (const record of cutter.finish()) records.push(record);
    }
    records.forEach(({ fields }, index) => {
      const headers = fields.map(({ value }) =>
        readable(value)
          .replace(/^\uFEFF/, '')
          .trim(),
      );
      const score = headerRowScore(headers);
      if (score > 0 && (best === null || score > best.score)) {
        best = { dialect: { delimiter, headerAt: index, headers }, score };
      }
      if (fields.length > widest.width) widest = { delimiter, width: fields.length };
    });
  }
  const found = best as { dialect: Dialect; score: number } | null;
  return found?.dialect ?? { delimiter: widest.delimiter, headerAt: null, headers: [] };
}

/**
 * Covers a table in text. The file is read twice: first every value is looked at, then it is written again
 * with only the private fields changed; everything else stays byte for byte.
 * Errors: `IntakeError` when a record has no end.
 */
export async function anonymiseCsv(
  file: InputFile,
  sample: Uint8Array,
  cover: Cover,
  choices: AnonymiseChoices,
): Promise<Anonymised> {
  const codec = codecOf(sample);
  const dialect = dialectOf(await textOf(codec, sample), file.name);
  const { headerAt } = dialect;
  const surveys: ColumnSurvey[] = [];
  const surveyAt = (index: number): ColumnSurvey =>
    (surveys[index] ??= new ColumnSurvey(dialect.headers[index] || `#${index + 1}`, choices));
  dialect.headers.forEach((_, index) => surveyAt(index));
  await eachRecord(file, codec, dialect.delimiter, ({ fields }, index) => {
    if (headerAt !== null && index <= headerAt) return;
    fields.forEach(({ value }, column) => surveyAt(column).look(readable(value)));
  });
  const plans = surveys.map((survey) => survey.plan());
  const known = new Set<number>();
  surveys.forEach((survey, index) => {
    if (plans[index]?.meaning === 'identifier') survey.addTo(known);
  });
  const rewriter = new CsvRewriter(file.name, cover, plans, surveys, known, headerAt);
  return {
    async *chunks() {
      const cutter = new RecordCutter(dialect.delimiter, file.name);
      for await (const text of codec.decode(file.open())) {
        let out = '';
        for (const record of cutter.push(text)) out += rewriter.rewrite(record, dialect.delimiter);
        if (out !== '') yield codec.encode(out);
      }
      let out = '';
      for (const record of cutter.finish()) out += rewriter.rewrite(record, dialect.delimiter);
      if (out !== '') yield codec.encode(out);
    },
    report: () => rewriter.report(),
  };
}

async function textOf(codec: Codec, bytes: Uint8Array): Promise<string> {
  let text = '';
  async function* once(): AsyncIterable<Uint8Array> {
    yield bytes;
  }
  for await (const part of codec.decode(once())) text += part;
  return text;
}

async function eachRecord(
  file: InputFile,
  codec: Codec,
  delimiter: string,
  look: (record: RawRecord, index: number) => void,
): Promise<void> {
  const cutter = new RecordCutter(delimiter, file.name);
  let index = 0;
  for await (const text of codec.decode(file.open())) {
    for (const record of cutter.push(text)) look(record, index++);
  }
  for (const record of cutter.finish()) look(record, index++);
}

class CsvRewriter {
  private records = 0;
  private index = 0;
  private preamble = 0;
  private readonly counts: number[];
  private readonly elsewhere = new Map<string, number>();
  private readonly clients = new Set<string>();

  constructor(
    private readonly file: string,
    private readonly cover: Cover,
    private readonly plans: readonly ColumnPlan[],
    private readonly surveys: readonly ColumnSurvey[],
    private readonly known: ReadonlySet<number>,
    private readonly headerAt: number | null,
  ) {
    this.counts = plans.map(() => 0);
  }

  rewrite(record: RawRecord, delimiter: string): string {
    const at = this.index++;
    const { fields, end } = record;
    if (this.headerAt !== null && at < this.headerAt) {
      if (fields.some(({ value }) => value.trim() !== '')) this.preamble++;
      return fields.map((field) => this.open(field, null)).join(delimiter) + end;
    }
    if (at === this.headerAt) return fields.map(({ raw }) => raw).join(delimiter) + end;
    this.records++;
    return fields.map((field, column) => this.field(field, column)).join(delimiter) + end;
  }

  private field(field: RawField, column: number): string {
    const plan = this.plans[column];
    if (!plan || field.value.trim() === '') return field.raw;
    const { meaning, header } = plan;
    if (meaning === 'kept') return field.raw;
    if (!isPrivate(meaning)) return this.open(field, plan);
    if (meaning === 'identifier') {
      const value = readable(field.value);
      if (namesNobody(value, header)) return field.raw;
      this.counts[column] = (this.counts[column] ?? 0) + 1;
      const covered = this.cover.identifier(value);
      this.clients.add(covered);
      return withValue(field, covered);
    }
    this.counts[column] = (this.counts[column] ?? 0) + 1;
    return withValue(field, '');
  }

  /** A field that isn't private itself: known numbers in it are covered, and any in a column nobody knows. */
  private open(field: RawField, plan: ColumnPlan | null): string {
    const strange = plan === null || plan.meaning === 'unknown';
    // In an amount digits are no number of anybody, unless they stand by themselves.
    const amount = /^[^\p{L}]*\d[.,]\d[^\p{L}]*$/u.test(field.value) && bsnIn(field.value) === null;
    const { text, count } = (amount ? coverAlone : coverKnown)(
      field.raw,
      (nine: string, alone?: boolean) =>
        this.known.has(Number(nine)) || (strange && alone === true && bsnIn(nine) !== null),
      this.cover,
    );
    for (let i = 0; i < count; i++) this.countElsewhere(plan);
    return text;
  }

  private countElsewhere(plan: ColumnPlan | null): void {
    const name = plan?.header ?? '–';
    this.elsewhere.set(name, (this.elsewhere.get(name) ?? 0) + 1);
  }

  report(): AnonymiseReport {
    const { file, plans, surveys, headerAt } = this;
    const place = { file };
    const remaining: Remainder[] = [];
    if (headerAt === null) remaining.push({ why: 'no-header', what: '', count: plans.length, place });
    if (this.preamble > 0) {
      remaining.push({ why: 'preamble', what: '', count: this.preamble, place: { file, line: 1 } });
    }
    const fields: CoveredField[] = [];
    plans.forEach((plan, index) => {
      const survey = surveys[index];
      const count = this.counts[index] ?? 0;
      if (isPrivate(plan.meaning)) {
        fields.push({
          name: plan.header,
          kind: plan.meaning,
          treatment: plan.meaning === 'identifier' ? 'pseudonym' : 'blanked',
          by: plan.by,
          count,
        });
      } else if (plan.meaning === 'kept' && survey && survey.filled > 0) {
        remaining.push({ why: 'kept-by-choice', what: plan.header, count: survey.filled, place });
      } else if (survey && survey.texts > 0) {
        remaining.push({ why: 'unrecognised-text', what: plan.header, count: survey.texts, place });
      } else if (survey && survey.suspicious > 0) {
        remaining.push({ why: 'bsn-like', what: plan.header, count: survey.suspicious, place });
      }
    });
    return {
      file,
      format: 'csv',
      records: this.records,
      clients: this.clients.size,
      fields,
      elsewhere: [...this.elsewhere].map(([name, count]) => ({ name, count })),
      left: plans.filter(({ meaning }) => !isPrivate(meaning)).map(({ header }) => header),
      remaining,
    };
  }
}
