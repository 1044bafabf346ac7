// The screens of the Region workspace in the order of their tabs: each import registers one.
import './map/index.ts';
import './ledger/index.ts';
import './county-duties/index.ts';
import './regional-plan/index.ts';
