/** Fabric looks for Segoe on the maker’s servers unless it is told not to. Imported before anything else. */
declare global {
  interface Window {
    FabricConfig?: { fontBaseUrl: string };
  }
}

window.FabricConfig = { fontBaseUrl: '' };

export {};
