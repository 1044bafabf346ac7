declare const brand: unique symbol;

/** Gives a plain type a name the compiler keeps apart: a `Brand<number, 'm'>` is not a `Brand<number, 'deg'>`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
