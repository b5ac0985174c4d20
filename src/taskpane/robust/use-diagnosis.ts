import { usePane } from '../context';
import { download } from '../download';
import { defects } from './defects';
import { diagnosisOf } from './diagnosis';
import packageFile from '../../../package.json';

/** Saves the diagnosis as a file. */
export function useDiagnosis(): () => void {
  const { store, excel } = usePane();
  return () => {
    const around = {
      version: packageFile.version,
      at: new Date().toISOString(),
      browser: navigator.userAgent,
      isInExcel: excel !== null,
    };
    download(
      `${JSON.stringify(diagnosisOf(store.get(), defects(), around), null, 2)}\n`,
      'plafondwijzer-diagnose.json',
      'application/json',
    );
  };
}
