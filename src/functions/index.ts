import { DEFINITIONS } from './definitions';
import { askDateSystem } from './host';
import { inCell } from './in-cell';
import { functionNamed, functionNames, register } from './registry';

/** Registers every function with Excel. This file is loaded as a plain script, so that it is there in time. */
register(DEFINITIONS);
askDateSystem();
for (const id of functionNames()) {
  const answer = functionNamed(id);
  if (answer) CustomFunctions.associate(id, inCell(answer));
}
