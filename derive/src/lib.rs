//! Takes the struct of a record, gives its declaration and how it is read. Never decides what a key means.

mod key;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Error, Fields, Result};

use key::Key;

/// Declares a record: each field is a key of that name, whose documentation says what it means.
///
/// A field of a plain type is needed: without it, the record is judged as far as it goes, and left out. One of an `Option` may be
/// left out; so may a list, which is empty then, and a `bool`, which is `false`. All that is malformed or missing is reported while
/// the record is read, and is blank in it; an `At` tells that of itself.
///
/// `#[key(…)]` says more: `needed` (without it the record is an error; of an `Option`, whoever uses the record reports that),
/// `needed = "…"` (when; whoever uses the record reports it), `default = "…"`,
/// `example = "…"`, `name = "…"` (where the key is a word of Rust), `value = "…"` (how it is written, where its type does not say
/// enough), `or = EXPRESSION` (what holds when it is left out), `flatten` (the keys of this group stand among the record's own,
/// after them), `told = words | name | person | kept` (what visitors read), and `language` or `language = FIELD` (the language in
/// which the record, or that field, stands).
#[proc_macro_derive(Record, attributes(key))]
pub fn record(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = syn::parse_macro_input!(input as DeriveInput);
    expand(&input).unwrap_or_else(Error::into_compile_error).into()
}

fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Struct(data) = &input.data else { return Err(Error::new_spanned(input, "a record is a struct")) };
    let Fields::Named(fields) = &data.fields else { return Err(Error::new_spanned(input, "a record has named keys")) };
    let keys = fields.named.iter().map(Key::of).collect::<Result<Vec<_>>>()?;
    let (name, title, meaning) = (&input.ident, input.ident.to_string(), key::documentation(&input.attrs));
    let (flat, own): (Vec<_>, Vec<_>) = keys.iter().partition(|key| key.flatten);
    let declared = own.iter().map(|key| key.declared());
    let more = flat.first().map_or_else(|| quote!(None), |key| key.group());
    let held: Vec<_> = (0..keys.len()).map(|number| format_ident!("key_{number}")).collect();
    let numbers = 0..own.len();
    let (held_own, held_flat) = held.split_at(own.len());
    let fields = own.iter().chain(&flat).zip(&held).map(|(key, held)| key.field_of(held));
    let blank = keys.iter().map(|key| key.field);
    let told = told(&keys);
    Ok(quote! {
        impl crate::load::RecordValue for #name {
            const SHAPE: &'static crate::load::Shape = &crate::load::Shape::Group(&crate::load::Declared {
                name: #title,
                meaning: #meaning,
                own: &[#(#declared),*],
                more: #more,
            });

            fn read(node: &crate::yaml::Node<'_>, reading: &mut crate::load::RecordReading<'_>) -> Option<Self> {
                #(let mut #held_own = None;)*
                reading.group(Self::SHAPE, node, &mut |key, node, reading| match key {
                    #(#numbers => {
                        let read = crate::load::RecordValue::read(node, reading);
                        let could = read.is_some();
                        #held_own = read.or_else(crate::load::RecordValue::unread);
                        could
                    })*
                    _ => false,
                })?;
                #(let #held_flat = reading.part(node);)*
                Some(Self { #(#fields),* })
            }

            fn blank() -> Self {
                Self { #(#blank: crate::load::RecordValue::blank()),* }
            }

            fn tell(&mut self, _: crate::load::Told, pos: crate::diagnostic::Pos, teller: &mut dyn crate::load::Teller) {
                #told
            }
        }
    })
}

/// Tells the texts of a record: those that translations of its own may hold, and those below it.
fn told(keys: &[Key<'_>]) -> TokenStream {
    let translations = keys.iter().map(|key| key.field).find(|field| *field == "translations");
    let enter = translations.map(|field| quote!(teller.enter(pos, &mut self.#field);));
    let leave = translations.map(|_| quote!(teller.leave();));
    let texts = keys.iter().filter(|key| Some(key.field) != translations).filter_map(Key::told);
    quote! {
        let _ = (&pos, &teller);
        #enter
        #(#texts)*
        #leave
    }
}
