import { spawn } from 'node:child_process';
import process from 'node:process';

export interface ProcessCost {
  readonly cpuSeconds: number;
  readonly peakMiB: number;
  readonly wallSeconds: number;
}

/** Runs a module in a fresh Node and measures the whole process, start-up included (module: path of a .ts file). */
export const measureModule = (module: string, args: readonly string[]): Promise<ProcessCost> => {
  // The child reports its own use on leaving: it alone knows its peak memory. Its threads would report it once more.
  const report = `if (require('node:worker_threads').isMainThread) process.on('exit', () => { const u = process.resourceUsage(); require('node:fs').writeSync(3, JSON.stringify(u)); });`;
  const preload = `data:text/javascript,import{createRequire}from'node:module';const require=createRequire('file:///x.js');${encodeURIComponent(report)}`;
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', preload, module, ...args], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    let text = '';
    child.stdio[3]!.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`${module} ${args.join(' ')} ended with ${code}`));
      const usage = JSON.parse(text) as NodeJS.ResourceUsage;
      resolve({
        cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
        peakMiB: usage.maxRSS / 1024,
        wallSeconds: (performance.now() - started) / 1000,
      });
    });
  });
};
