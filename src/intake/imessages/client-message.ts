import type { IsoDate } from '../../core';
import type { IntakeReceipt, MessageFormat } from '../contract';
import { passesElevenTest } from '../declared/bytes';
import { plainReceipt } from '../declared/plain-receipt';
import { Remarks } from '../declared/remarks';
import type { MessageRun } from '../declared/run';
import { Tally } from '../tally';
import { dateIn } from './values';
import { HEADER, messageName, requireHeader, unusable, walk, type IMessage, type Position } from './walk';
import { Walker, type Shape } from './walker';

/** What is counted and remarked while a message about one client (301, 305, 307) is read. */
export class ClientMessage {
  readonly tally: Tally;
  readonly remarks = new Remarks();
  /** Pseudonym of the client. */
  client = '';
  /** Line on which the product in hand begins. */
  line = 1;

  constructor(
    readonly message: IMessage,
    readonly run: MessageRun,
  ) {
    this.tally = new Tally(message.file);
  }

  place(line: number): { readonly file: string; readonly line: number } {
    return { file: this.message.file, line };
  }

  /** A remark on the product in hand. */
  remark(code: string): void {
    this.remarks.add(code, this.place(this.line));
  }

  /** The product in hand can't be read. */
  refuse(code: string): void {
    this.tally.reject({ code, facts: { others: 0 } }, null, this.place(this.line), this.line);
  }

  /**
   * Takes the message through its shape: `products` is the element around the products, `product` one of them,
   * which `take` gets when it is complete. Errors: `IntakeError` when it can't be read at all.
   */
  async read(
    shape: Shape,
    fields: number,
    elements: {
      readonly bsn: number;
      /** Fields from here on are of one product. */
      readonly first: number;
      readonly products: readonly string[];
      readonly product: readonly string[];
    },
    take: (walker: Walker, name: string) => void,
  ): Promise<{ readonly walker: Walker; readonly receipt: (format: MessageFormat) => IntakeReceipt }> {
    const { message, remarks, tally } = this;
    const made: { walker: Walker | null } = { walker: null };
    let headed = false;
    const { broken, encoding } = await walk(message, (position) => {
      const { namespace, standard } = message.kind;
      const walker = new Walker(
        shape,
        namespace,
        standard.base,
        fields,
        (name) => {
          if (name === 'Header') {
            requireHeader(walker, message, position.line);
            headed = true;
          } else if (elements.product.includes(name)) {
            take(walker, name);
            walker.clear(elements.first, fields);
          } else if (name === 'Client') walker.clear(elements.bsn, fields);
        },
        (name) => {
          if (elements.product.includes(name)) this.line = position.elementLine;
          else if (elements.products.includes(name)) this.takeClient(walker, elements.bsn, position);
        },
      );
      made.walker = walker;
      return walker;
    });
    const { walker } = made;
    if (!walker || !headed) throw unusable(message, broken);
    if (broken) {
      const reason = broken.reason.replace(/-/g, '_');
      remarks.add('messages-in.xml-broken', this.place(broken.line), { reason });
    }
    return {
      walker,
      receipt: (format) =>
        plainReceipt(tally, remarks, encoding.name, {
          format,
          name: messageName(message.kind),
          domain: message.kind.standard.domain,
          sender: walker.text(HEADER.sender),
          receiver: walker.text(HEADER.receiver),
          number: walker.text(HEADER.message),
          date: dateIn(walker, HEADER.date) satisfies IsoDate | null,
        }),
    };
  }

  private takeClient(walker: Walker, bsn: number, position: Position): void {
    const at = walker.start(bsn);
    if (walker.length(bsn) !== 9 || !passesElevenTest(walker.bytes, at)) {
      this.remarks.add('messages-in.bsn-wrong', this.place(position.elementLine));
    }
    this.client = this.run.pseudonymise.ofBytes(walker.bytes, at, walker.end(bsn));
  }
}
