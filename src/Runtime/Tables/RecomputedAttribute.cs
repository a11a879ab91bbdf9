namespace Runtime.Tables;

/// <summary>A field that follows from the others, or serves only while the object is made: no part of what is kept of it.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class RecomputedAttribute : Attribute;
