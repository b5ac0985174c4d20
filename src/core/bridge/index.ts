export { buildBridge, type BridgeOptions } from './bridge';
export {
  BRIDGE_PARTS,
  type Bridge,
  type BridgeAmounts,
  type BridgeLine,
  type BridgePart,
  type BridgeRow,
  type BridgeSide,
  type OtherReason,
} from './parts';
