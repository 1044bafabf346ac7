// The screens of the Region workspace in the order of their tabs: each import registers one.
import './ledger/index.ts';
