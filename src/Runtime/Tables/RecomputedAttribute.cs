namespace Runtime.Tables;

/// <summary>A field that follows from the others of its object, and is filled when first asked for: it is no part of what is kept.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class RecomputedAttribute : Attribute;
