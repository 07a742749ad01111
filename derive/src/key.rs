use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Attribute, Error, Expr, ExprLit, Field, GenericArgument, Ident, Lit, LitStr, Meta, PathArguments, PathSegment,
    Result, Type,
};

/// A key of a record, as its field declares it.
pub(crate) struct Key<'f> {
    pub(crate) field: &'f Ident,
    /// The type of what it holds, without `Option`.
    value: &'f Type,
    absent: Absent,
    meaning: String,
    name: String,
    needed: bool,
    when: Option<String>,
    default: Option<String>,
    example: Option<String>,
    written: Option<String>,
    told: Option<Ident>,
    language: Option<Option<Ident>>,
    /// What holds when it is left out.
    or: Option<Expr>,
    /// Whether the keys of its group stand among those of the record.
    pub(crate) flatten: bool,
}

/// What a record is without a value of a key.
#[derive(PartialEq)]
enum Absent {
    /// One whose field is blank, and which is left out once it is judged.
    Blank,
    /// One whose field is `None`.
    None,
    /// One whose field has its default: an empty list, or `false`.
    Default,
}

impl<'f> Key<'f> {
    pub(crate) fn of(field: &'f Field) -> Result<Self> {
        let Some(name) = &field.ident else { return Err(Error::new_spanned(field, "a key has a name")) };
        let inner = inner_of_option(&field.ty);
        let absent = match last_segment(&field.ty).map(|segment| segment.ident.to_string()).as_deref() {
            Some("Option") => Absent::None,
            Some("Vec" | "bool") => Absent::Default,
            _ => Absent::Blank,
        };
        let mut key = Self {
            field: name,
            value: inner.unwrap_or(&field.ty),
            meaning: documentation(&field.attrs),
            name: name.to_string(),
            needed: absent == Absent::Blank,
            absent,
            when: None,
            default: None,
            example: None,
            written: None,
            told: None,
            language: None,
            or: None,
            flatten: false,
        };
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("key")) {
            key.attribute(attribute)?;
        }
        Ok(key)
    }

    fn attribute(&mut self, attribute: &Attribute) -> Result<()> {
        attribute.parse_nested_meta(|meta| {
            let text = || syn::Result::Ok(Some(meta.value()?.parse::<LitStr>()?.value()));
            let word = || meta.value()?.parse::<Ident>();
            let has_value = meta.input.peek(syn::Token![=]);
            match meta.path.require_ident()?.to_string().as_str() {
                "needed" if has_value => self.when = text()?,
                "needed" => self.needed = true,
                "default" => self.default = text()?,
                "example" => self.example = text()?,
                "value" => self.written = text()?,
                "name" => self.name = meta.value()?.parse::<LitStr>()?.value(),
                "told" => self.told = Some(word()?),
                "or" => (self.or, self.needed) = (Some(meta.value()?.parse()?), false),
                "flatten" => self.flatten = true,
                "language" if has_value => self.language = Some(Some(word()?)),
                "language" => self.language = Some(None),
                _ => return Err(meta.error("no such thing can be said of a key")),
            }
            Ok(())
        })
    }

    /// The field of what was read, blank where it is needed and nothing could be read.
    pub(crate) fn field_of(&self, held: &Ident) -> TokenStream {
        let field = self.field;
        if let Some(or) = &self.or {
            return quote!(#field: #held.unwrap_or(#or));
        }
        match self.absent {
            Absent::None => quote!(#field: #held),
            Absent::Default if !self.needed || self.when.is_some() => quote!(#field: #held.unwrap_or_default()),
            Absent::Default | Absent::Blank => {
                quote!(#field: #held.unwrap_or_else(crate::load::RecordValue::blank))
            }
        }
    }

    /// The entry of the declaration.
    pub(crate) fn declared(&self) -> TokenStream {
        let Self { name, meaning, needed, value, .. } = self;
        let insisted = self.needed && self.when.is_none() && self.absent != Absent::None;
        let [when, default, example, written] =
            [&self.when, &self.default, &self.example, &self.written].map(|text| match text {
                Some(text) => quote!(Some(#text)),
                None => quote!(None),
            });
        let told = self.kind_told();
        quote! {
            crate::load::Key {
                name: #name,
                meaning: #meaning,
                needed: #needed,
                insisted: #insisted,
                when: #when,
                default: #default,
                example: #example,
                written: #written,
                told: #told,
                shape: <#value as crate::load::RecordValue>::SHAPE,
            }
        }
    }

    /// The declaration of its group.
    pub(crate) fn group(&self) -> TokenStream {
        let value = self.value;
        quote!(match <#value as crate::load::RecordValue>::SHAPE {
            crate::load::Shape::Group(declared) => Some(*declared),
            _ => None,
        })
    }

    fn kind_told(&self) -> TokenStream {
        let name = &self.name;
        match &self.told {
            None => quote!(crate::load::Told::Nothing),
            Some(told) if told == "kept" => quote!(crate::load::Told::Kept),
            Some(told) => {
                let kind = format_ident!("{}", capital(&told.to_string()));
                quote!(crate::load::Told::#kind(#name))
            }
        }
    }

    /// What tells the text, or those below.
    pub(crate) fn told(&self) -> Option<TokenStream> {
        let field = self.field;
        match &self.language {
            Some(None) => return Some(quote!(teller.language(&mut self.#field);)),
            Some(Some(of)) => {
                return Some(quote!(if self.#of.is_some() { teller.language(&mut self.#field); }));
            }
            None => {}
        }
        let told = self.kind_told();
        Some(quote!(crate::load::RecordValue::tell(&mut self.#field, #told, pos, teller);))
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The documentation of an item, its lines without the space before them.
pub(crate) fn documentation(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

fn inner_of_option(ty: &Type) -> Option<&Type> {
    let option = last_segment(ty).filter(|segment| segment.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &option.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) => Some(inner),
        _ => None,
    }
}
