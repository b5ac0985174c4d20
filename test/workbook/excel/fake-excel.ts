import { ExcelFault, type FakeWorkbook } from './fake-workbook';
import { isThing, workbookThing, type Thing } from './fake-objects';

/** Excel on the web refuses more than this, in either direction. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

interface PathInfo {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}
interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: unknown;
}
interface ActionInfo {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}
interface Request {
  readonly Actions: readonly ActionInfo[];
  readonly ObjectPaths: Readonly<Record<string, PathInfo>>;
}

/** What one request came to. */
export interface Exchange {
  readonly asked: number;
  readonly answered: number;
  /** Methods called and properties set, in order. */
  readonly calls: readonly string[];
}

const GLOBAL = 1;
const METHOD = 3;
const PROPERTY = 4;
const INDEXER = 5;
const REFERENCE = 6;

const pascal = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
const camel = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);

/**
 * Excel behind Office's own library: takes its requests as text and answers as text, on a workbook in memory. Refuses
 * what Excel refuses: too large requests and answers, unknown properties, arrays of another shape than their range,
 * locked cells, references that were given back.
 */
export class FakeExcel {
  readonly log: Exchange[] = [];
  /** The user is typing in a cell: everything is refused. */
  isEditing = false;
  /** Called before each request, for a test that lets something go wrong in between. */
  onRequest: ((text: string) => void) | null = null;
  private readonly references = new Map<string, Thing>();
  private count = 0;

  constructor(readonly book: FakeWorkbook) {}

  answer(text: string): unknown {
    const asked = Buffer.byteLength(text);
    if (asked > PAYLOAD_LIMIT) return failed(5103, 'RequestPayloadSizeLimitExceeded');
    const calls: string[] = [];
    this.onRequest?.(text);
    const body = this.execute(JSON.parse(text) as Request, calls);
    const answer = JSON.stringify(body);
    const answered = Buffer.byteLength(answer);
    this.log.push({ asked, answered, calls });
    if (answered > PAYLOAD_LIMIT) return failed(5104, 'ResponsePayloadSizeLimitExceeded');
    return { status: 'succeeded', value: { data: [200, [], answer] } };
  }

  private execute(request: Request, calls: string[]): unknown {
    const results: { ActionId: number; Value: unknown }[] = [];
    const things = new Map<number, Thing | null>();
    const kept = new Set<number>();
    let index = 0;
    try {
      if (this.isEditing) {
        throw new ExcelFault('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.');
      }
      for (const action of request.Actions) {
        const thing = this.resolve(action.ObjectPathId, request, things);
        results.push({ ActionId: action.Id, Value: this.act(action, thing, request, things, kept, calls) });
        index++;
      }
      this.book.calculate(false);
      return { Results: results };
    } catch (error) {
      if (!(error instanceof ExcelFault)) throw error;
      this.book.calculate(false);
      const fault = {
        Code: error.code,
        Message: error.message,
        HttpStatusCode: 400,
        ActionIndex: index,
        Location: request.Actions[index]?.Name ?? '',
      };
      return { Error: fault, Results: results };
    }
  }

  private resolve(id: number, request: Request, things: Map<number, Thing | null>): Thing | null {
    const known = things.get(id);
    if (known !== undefined) return known;
    const path = request.ObjectPaths[String(id)];
    const found = path ? this.follow(path, request, things) : null;
    things.set(id, found);
    return found;
  }

  private follow(path: PathInfo, request: Request, things: Map<number, Thing | null>): Thing | null {
    if (path.ObjectPathType === GLOBAL) return workbookThing(this.book);
    if (path.ObjectPathType === REFERENCE) {
      const found = this.references.get(path.Name);
      if (!found) throw new ExcelFault('InvalidReference', `This reference is not valid: ${path.Name}`);
      return found;
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0, request, things);
    if (!parent) return null;
    const given = this.argumentsOf(path.ArgumentInfo, request, things);
    switch (path.ObjectPathType) {
      case METHOD:
        return asThing(callOn(parent, path.Name, given), `${parent.type}.${path.Name}`);
      case PROPERTY:
        return asThing(propertyOf(parent, camel(path.Name)), `${parent.type}.${path.Name}`);
      case INDEXER: {
        const item = parent.item?.(given[0]) ?? null;
        if (!item)
          throw new ExcelFault('ItemNotFound', `The requested resource doesn’t exist: ${String(given[0])}`);
        return item;
      }
      default:
        throw new Error(`path type ${path.ObjectPathType} is not in the fake`);
    }
  }

  /** Arguments that are objects come as ids of their paths. */
  private argumentsOf(
    info: ArgumentInfo | undefined,
    request: Request,
    things: Map<number, Thing | null>,
  ): unknown[] {
    const given = [...(info?.Arguments ?? [])];
    const references = info?.ReferencedObjectPathIds;
    if (Array.isArray(references)) {
      references.forEach((id: unknown, at) => {
        if (typeof id === 'number' && id !== 0) given[at] = this.resolve(id, request, things);
      });
    }
    return given;
  }

  private act(
    action: ActionInfo,
    thing: Thing | null,
    request: Request,
    things: Map<number, Thing | null>,
    kept: Set<number>,
    calls: string[],
  ): unknown {
    if (action.ActionType === 5) return null; // trace
    if (!thing) return null;
    const given = this.argumentsOf(action.ArgumentInfo, request, things);
    switch (action.ActionType) {
      case 1: {
        const value: Record<string, unknown> = {};
        if (thing.id !== undefined) value['Id'] = thing.id;
        if (kept.has(action.ObjectPathId)) {
          const name = `r${++this.count}`;
          this.references.set(name, thing);
          value['_ReferenceId'] = name;
          kept.delete(action.ObjectPathId);
        }
        return value;
      }
      case 2:
        return queried(thing, action.QueryInfo?.Select ?? []);
      case 3:
        if (action.Name === '_KeepReference') {
          kept.add(action.ObjectPathId);
          return null;
        }
        if (action.Name === '_RemoveReference') {
          this.references.delete(String(given[0]));
          return null;
        }
        calls.push(`${thing.type}.${camel(action.Name)}`);
        return callOn(thing, action.Name, given);
      case 4:
        calls.push(`${thing.type}.${camel(action.Name)}=`);
        if (!thing.set) throw new ExcelFault('InvalidArgument', `${thing.type}.${action.Name} can’t be set`);
        thing.set(camel(action.Name), given[0]);
        return null;
      default:
        throw new Error(`action type ${action.ActionType} is not in the fake`);
    }
  }
}

const failed = (code: number, message: string): unknown => ({ status: 'failed', error: { code, message } });

function asThing(found: unknown, what: string): Thing | null {
  if (found === null || found === undefined) return null;
  if (!isThing(found)) throw new Error(`${what} is no object in the fake`);
  return found;
}

function propertyOf(thing: Thing, name: string): unknown {
  const getter = thing.get?.[name];
  if (!getter) throw new Error(`${thing.type}.${name} is not in the fake`);
  return getter();
}

function callOn(thing: Thing, name: string, given: readonly unknown[]): unknown {
  const method = thing.call?.[camel(name)];
  if (!method) throw new Error(`${thing.type}.${camel(name)}() is not in the fake`);
  return (method as (...given: readonly unknown[]) => unknown)(...given);
}

/** The answer to a `load`: the selected properties, nested as they were asked. */
function queried(thing: Thing, select: readonly string[]): unknown {
  if (select.length === 0) throw new Error(`load() of everything of ${thing.type}: name the properties`);
  if (thing.items) {
    return { _Items: thing.items().map((item) => ({ ...identity(item), ...selected(item, select) })) };
  }
  return selected(thing, select);
}

const identity = (thing: Thing): Record<string, unknown> => (thing.id === undefined ? {} : { Id: thing.id });

function selected(thing: Thing, select: readonly string[]): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const path of select) {
    let into = answer;
    let at: Thing | null = thing;
    const names = path.split('/');
    names.forEach((name, index) => {
      if (!at) return;
      const value: unknown = propertyOf(at, camel(name));
      const shown = pascal(name);
      if (index === names.length - 1) into[shown] = value;
      else {
        into = (into[shown] ??= {}) as Record<string, unknown>;
        at = asThing(value, path);
      }
    });
  }
  return answer;
}
